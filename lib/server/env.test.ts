import { describe, expect, test } from "vitest";
import { parseSettings } from "@/lib/server/env";

describe("the settings", () => {
  test("have a default for everything but what is made at the first start", () => {
    expect(parseSettings({})).toEqual({
      databaseUrl: undefined,
      port: 3000,
      host: "127.0.0.1",
      dataFolder: ".assay",
      secret: undefined,
      baseUrl: "http://localhost:3000",
      trustedOrigins: ["http://localhost:3000", "http://127.0.0.1:3000"],
      behindProxy: false,
    });
  });

  test("take the public address without its last slash", () => {
    const settings = parseSettings({ ASSAY_URL: "https://assay.example.com/", PORT: "8080" });
    expect(settings.baseUrl).toBe("https://assay.example.com");
    expect(settings.trustedOrigins).toEqual(["https://assay.example.com"]);
  });

  test("name the host in the address when it is not this machine's usual one", () => {
    expect(parseSettings({ HOST: "10.0.0.7" }).baseUrl).toBe("http://10.0.0.7:3000");
    expect(parseSettings({ HOST: "0.0.0.0" }).baseUrl).toBe("http://localhost:3000");
  });

  test("count an empty variable as not set", () => {
    expect(parseSettings({ PORT: "", DATABASE_URL: "", ASSAY_SECRET: "" }).port).toBe(3000);
  });

  test.each([
    [{ PORT: "many" }, "PORT must be a number from 1 to 65535."],
    [{ PORT: "70000" }, "PORT must be a number from 1 to 65535."],
    [{ DATABASE_URL: "mysql://a/b" }, "DATABASE_URL must be an address such as postgres://"],
    [{ ASSAY_SECRET: "short" }, "ASSAY_SECRET must have at least 32 characters."],
    [{ ASSAY_URL: "assay.example.com" }, "ASSAY_URL must be an address that begins with http"],
  ])("refuse %o and say what is asked for", (source, message) => {
    expect(() => parseSettings(source)).toThrow(message);
  });
});
