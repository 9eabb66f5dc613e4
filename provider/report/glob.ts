/** A test for texts by a pattern in which `*` stands for any text; case means nothing. */
export function glob(pattern: string): (text: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`, "is");
  return (text) => expression.test(text);
}
