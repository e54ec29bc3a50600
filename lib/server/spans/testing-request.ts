type Sent = { headers?: Record<string, string>; key: string | null };

/** A request to a door; JSON and the key as Bearer, unless the headers say otherwise. */
export function askOf(body: BodyInit, { headers = {}, key }: Sent): Request {
  const all = new Headers({ "content-type": "application/json", ...headers });
  if (key !== null && !all.has("authorization")) all.set("authorization", `Bearer ${key}`);
  return new Request("http://localhost/", { method: "POST", headers: all, body });
}
