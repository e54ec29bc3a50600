import { describe, expect, it } from "vitest";
import { shownRedacted } from "./testing";

const a = (n: number, char = "a1B") => char.repeat(n).slice(0, n);
const base64 = (n: number) => a(n, "Ab9xY3kQ");

/** Published examples where there are any, else made up in the published shape. */
const caught: readonly [rule: string, text: string][] = [
  ["aws_access_key_id", "AKIAIOSFODNN7EXAMPLE"],
  ["google_api_key", `AIza${a(35)}`],
  ["google_oauth_secret", `GOCSPX-${a(28)}`],
  ["digitalocean_token", `dop_v1_${a(64, "0a9f")}`],
  ["vault_token", `hvs.${a(90)}`],
  ["databricks_token", `dapi${a(32, "0a9f")}`],
  ["github_token", "ghp_16C7e42F292c6912E7710c838347Ae178B4a"],
  ["github_token", "gho_16C7e42F292c6912E7710c838347Ae178B4a"],
  ["github_token", "ghs_16C7e42F292c6912E7710c838347Ae178B4a"],
  ["github_token", `github_pat_${a(22)}_${a(59)}`],
  ["gitlab_token", `glpat-${a(20)}`],
  ["npm_token", `npm_${a(36)}`],
  ["pypi_token", `pypi-AgEIcHlwaS5vcmc${a(120)}`],
  ["docker_token", `dckr_pat_${a(27)}`],
  ["openai_key", `sk-${a(48)}`],
  ["openai_key", `sk-proj-${a(40)}_${a(40)}`],
  ["anthropic_key", `sk-ant-api03-${a(93)}AA`],
  ["huggingface_token", `hf_${a(34, "abCdEfgH")}`],
  ["groq_key", `gsk_${a(52)}`],
  ["model_provider_key", `r8_${a(37)}`],
  ["langsmith_key", `lsv2_pt_${a(32)}_${a(10)}`],
  ["slack_token", "xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx"],
  ["slack_token", `xapp-1-${a(40)}`],
  ["stripe_key", `sk_live_${a(24)}`],
  ["stripe_key", `rk_test_${a(24)}`],
  ["sendgrid_key", `SG.${a(22)}.${a(43)}`],
  ["twilio_key", `SK${a(32, "0a9f")}`],
  ["twilio_key", `AC${a(32, "0a9f")}`],
  ["shopify_token", `shpat_${a(32, "0a9f")}`],
  ["service_token", `lin_api_${a(40)}`],
  [
    "jwt",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
  ],
  ["private_key", `-----BEGIN RSA PRIVATE KEY-----\n${a(64)}\n-----END RSA PRIVATE KEY-----`],
  [
    "private_key",
    `-----BEGIN PRIVATE KEY-----\\n${a(64)}\\n-----END PRIVATE KEY-----\\n`.slice(0, -2),
  ],
  ["age_key", `AGE-SECRET-KEY-1${a(58, "QPZRY9X8")}`],
  ["email", "ann.o'neil+news@mail.example.co.uk"],
  ["email", "jürgen@müller.example"],
  ["phone", "+31 6 1234 5678"],
  ["phone", "+1 (415) 555-2671"],
  ["phone", "+442079460958"],
  ["phone", "0044 20 7946 0958"],
  ["phone", "(415) 555-2671"],
  ["phone", "415-555-2671"],
  ["phone", "01 23 45 67 89"],
  ["phone", "020 7946 0958"],
  ["card_number", "4111 1111 1111 1111"],
  ["card_number", "4111111111111111"],
  ["card_number", "5555-5555-5555-4444"],
  ["card_number", "378282246310005"],
  ["card_number", "3782 822463 10005"],
  ["card_number", "6011111111111117"],
  ["card_number", "3530111333300000"],
  ["card_number", "30569309025904"],
  ["card_number", "2223003122003222"],
  ["iban", "GB82 WEST 1234 5698 7654 32"],
  ["iban", "GB82WEST12345698765432"],
  ["iban", "DE89 3704 0044 0532 0130 00"],
  ["iban", "NL91ABNA0417164300"],
  ["iban", "FR14 2004 1010 0505 0001 3M02 606"],
  ["iban", "NO93 8601 1117 947"],
  ["us_ssn", "078-05-1120"],
  ["br_cpf", "529.982.247-25"],
  ["es_dni", "12345678Z"],
  ["es_dni", "X1234567L"],
  ["it_codice_fiscale", "RSSMRA85T10A562S"],
  ["fr_nir", "2 55 08 14 168 025 38"],
  ["fr_nir", "255081416802538"],
  ["se_personnummer", "811228-9874"],
  ["se_personnummer", "19811228-9874"],
  ["uk_nino", "QQ123456C".replace("QQ", "AB")],
  ["uk_nino", "AB 12 34 56 C"],
  ["ip_v4", "192.168.1.10"],
  ["ip_v4", "8.8.8.8"],
  ["ip_v6", "2001:4860:4860::8888"],
  ["ip_v6", "fe80::1ff:fe23:4567:890a"],
];

describe("a rule catches its own", () => {
  it.each(caught)("%s: %s", (rule, text) => {
    expect(shownRedacted(text)).toBe(`[${rule}]`);
    expect(shownRedacted(`Here: ${text}, ok?`)).toBe(`Here: [${rule}], ok?`);
    expect(shownRedacted(`"${text}"`)).toBe(`"[${rule}]"`);
    expect(shownRedacted(`one\\n${text}\\ntwo`).replace("\\ntwo", "")).toBe(`one\\n[${rule}]`);
  });

  it.each(["v", "version:", "Chrome/", "see §", "section", ">=", "^"])(
    "though the line before it ends in %s",
    (end) => {
      expect(shownRedacted(`${end}\n10.20.30.40\n`)).toBe(`${end}\n[ip_v4]\n`);
      expect(shownRedacted(`${end} \n10.20.30.40\n`)).toBe(`${end} \n[ip_v4]\n`);
    },
  );
});

describe("a rule that needs its surroundings catches its own", () => {
  it.each([
    [
      `AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`,
      "[aws_access_key_id] [aws_secret_key]",
    ],
    [
      "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      "aws_secret_access_key = [named_secret]",
    ],
    [`AccountName=a;AccountKey=${base64(86)}==;x`, "AccountName=a;AccountKey=[azure_key];x"],
    [
      `https://a.blob.core.windows.net/c?se=1&sig=${base64(43)}%3D`,
      "https://a.blob.core.windows.net/c?se=1&sig=[azure_key]",
    ],
    [
      `https://hooks.slack.com/services/T0000/B0000/${a(24)}`,
      "https://hooks.slack.com/services/[slack_token]",
    ],
    [
      "postgres://app:s3cr3t@db.internal:5432/app",
      "postgres://app:[url_password]@db.internal:5432/app",
    ],
    ["mongodb+srv://u:p%40ss@c0.example.net/x", "mongodb+srv://u:[url_password]@c0.example.net/x"],
    ["redis://:12345@cache:6379", "redis://:[url_password]@cache:6379"],
    ["amqp://guest:guest@mq/", "amqp://guest:[url_password]@mq/"],
    ["mysql://root:r@@t@localhost/x", "mysql://root:[url_password]@localhost/x"],
    ["Server=db;User Id=sa;Password=P@ss!;", "Server=db;User Id=sa;Password=[dsn_password];"],
    ["DB_PASSWORD=hunter2abc", "DB_PASSWORD=[named_secret]"],
    ["api_key: 'abcd1234efgh'", "api_key: '[named_secret]'"],
    ['clientSecret: "q8~Xz.12"', 'clientSecret: "[named_secret]"'],
    ["Authorization: Bearer abcdefghij0123456789", "Authorization: Bearer [auth_header]"],
    ["authorization: Basic dXNlcjpwYXNzMTIzNA==", "authorization: Basic [auth_header]"],
    ["BSN: 111222333", "BSN: [nl_bsn]"],
    ["burgerservicenummer is 111.222.333", "burgerservicenummer is [nl_bsn]"],
    ["PESEL 44051401458", "PESEL [pl_pesel]"],
    ["phone: 5551234567", "phone: [phone]"],
    ['"phone_number": "555-123-2002"', '"phone_number": "[phone]"'],
    ['{"password": "hunter2", "user": "ann"}', '{"password": "[named_secret]", "user": "ann"}'],
    ['{"x-api-key":"k","ssn":123456789}', '{"x-api-key":"[named_secret]","ssn":"[named_secret]"}'],
    ['said {"password": "a b"} then', 'said {"password": "[named_secret]"} then'],
    [
      String.raw`said {\"password\": \"a b\"} then`,
      String.raw`said {\"password\": \"[named_secret]\"} then`,
    ],
    ["{'password': 'hunter2'}", "{'password': '[named_secret]'}"],
    ["-----BEGIN PRIVATE KEY-----\nMIIEcut off", "[private_key]"],
  ])("%s", (text, shown) => {
    expect(shownRedacted(text)).toBe(shown);
  });
});

describe("what is no one's secret stays", () => {
  it.each([
    "Order 1234567890123, item 4111111111111112, batch 20240131",
    "id 550e8400-e29b-41d4-a716-446655440000",
    "commit d41d8cd98f00b204e9800998ecf8427e, sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "§\u00a05.1.2.3, Version\u00a010.0.19.45, section\u202f4.2.1.3",
    "v1.2.3.4, version 10.0.19041.1, Chrome/120.0.6099.109, pip==23.1.2.3, lodash@4.17.21",
    "2024-05-15T15:00:00.123Z, 15/05/2024 15:00:00, 20240131T, 1716123456789, 1716123456.789012",
    "40.712776, -74.005974; 0.4111111111111111; 3.14159265358979",
    "prompt_tokens: 123456, max_tokens=4096, total_tokens: 1234567",
    "127.0.0.1, 0.0.0.0, 192.0.2.7, 255.255.255.0, ::1, 2001:db8::1",
    "std::vector<int>, 12:30:45, aa:bb:cc:dd:ee:ff, a::b",
    "git@github.com:owner/repo.git, logo@2x.png, @decorator, user@host",
    "password = request.form['password'], api_key=os.environ['KEY'], token: string",
    'api_key="YOUR_API_KEY", password: "********", secret: ${SECRET}, password: <your password>',
    '{"password": {"type": "string", "description": "The password"}, "required": ["password"]}',
    "task-abcdefghijklmnopqrstuvwxyz0123, risk-1234567890123456789012",
    "http://localhost:8080/path?x=1, https://example.com:443/a@b",
    "000-12-3456, 666-12-3456, 123-00-4567, 123-45-0000, 987-65-4321",
    "12345678A, 529.982.247-26, 811228-9875, RSSMRA85T10A562X, GB82 WEST 1234 5698 7654 33",
    "123456782, 44051401458, 555123456",
    "eyJub3QiOiJhIHRva2VuIn0.e30.x",
    "flight HAT136, reservation ZFA04Y, user mia_li_3668, gift_card_7219486, #W2378156",
    "0.0139 * r + 0.0971045 * g, M8.5 12A3.5 3.5 0 0012 8.5 3.5 1.5, 1.5 3.5.7.7 1.3, RFC 9106 §3.4.1.3",
    "diff @@ -1,5 +10,7 @@, +0000, +12, 1-2-3, 100-200-300",
    "the password is required; Basic authentication; bearer of news",
  ])("%s", (text) => {
    expect(shownRedacted(text)).toBe(text);
  });
});
