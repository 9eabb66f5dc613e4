/** The frames that the SDK passes over: its own four, and the host's constructor. */
const ownFrames = 5;

/**
 * The SDK stores the whole stack of every resource in state, some 1,000 bytes that tell nobody anything, and takes the
 * generated class for the place where the resource was declared. Until it is restored, the stack that the SDK looks at
 * consists of stand-ins for the frames that it passes over and of the program's line. To find the places of those frames
 * in their sources took a third of a program's time.
 */
export function traceCallerOnly(): () => void {
  const original = Error.prepareStackTrace;
  const format = (error: Error, frames: NodeJS.CallSite[]) =>
    original === undefined
      ? [String(error), ...frames.map((frame) => `    at ${frame}`)].join("\n")
      : String(original(error, frames));
  Error.prepareStackTrace = (error, frames) => {
    // What fails in a transformation, which runs meanwhile, keeps its own stack.
    if (frames[0]?.getFunctionName() !== "callsites") {
      return format(error, frames);
    }
    const caller = frames.slice(ownFrames + 1, ownFrames + 2);
    const lines = format(error, caller).split("\n");
    const standIns = Array.from({ length: ownFrames }, () => "    at pulumi");
    return lines.toSpliced(lines.length - caller.length, 0, ...standIns).join("\n");
  };
  return () => {
    Error.prepareStackTrace = original;
  };
}
