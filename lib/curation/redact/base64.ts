const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Base64 in either alphabet; bytes as characters: enough to look for ASCII. */
export function decodeBase64(text: string): string {
  let [decoded, buffer, bits] = ["", 0, 0];
  for (const char of text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")) {
    buffer = ((buffer << 6) | BASE64.indexOf(char)) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((buffer >> bits) & 0xff);
  }
  return decoded;
}
