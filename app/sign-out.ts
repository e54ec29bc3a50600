/** Ends the session in this browser and goes on, by default to the sign-in. */
export async function signOut(to = "/sign-in"): Promise<void> {
  await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  window.location.assign(to);
}
