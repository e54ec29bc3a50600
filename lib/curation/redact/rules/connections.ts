import type { Found, Rule } from "@/lib/curation/redact/rule";

/** Passwords inside addresses. */
export const connections: readonly Rule[] = [
  {
    id: "url_password",
    family: "secret",
    catches:
      "Passwords in addresses and connection strings (postgres://user:…@host); the rest stays",
    starts: ["://", ":\\/\\/"],
    pattern:
      /:(?:\/\/|\\\/\\\/)[^\s:/@"'<>\\]{0,128}:(?<value>[^\s"'<>`]{1,256})(?=@[A-Za-z0-9[\\])/u,
    accept: isPassword,
  },
  {
    id: "dsn_password",
    family: "secret",
    catches: "Passwords in key-value connection strings (Server=…;User Id=…;Password=…)",
    words: ["password=", "pwd="],
    pattern: /(?<=;\s?)(?:password|pwd)=(?<value>[^;"'\s]{1,128})/iu,
    accept: isPassword,
  },
];

/** Not a port with its path, and not a stand-in such as `***`, `<password>`, `${PASSWORD}`. */
function isPassword({ value }: Found): boolean {
  return !/^(?:\d{1,5}[/?#].*|[*.]+|<.*|\$[{A-Z(].*|\{.*|%\w?)$/su.test(value);
}
