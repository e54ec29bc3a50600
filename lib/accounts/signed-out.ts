/** What the person is told when the session ended in the middle of work. */
export const SIGNED_OUT = "You are signed out: sign in again, nothing is lost.";
