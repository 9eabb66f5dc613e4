import * as pulumi from "@pulumi/pulumi";

/** Asks the plugin. */
export function invoke<Result>(type: string, args: object, options: pulumi.InvokeOptions | undefined): Promise<Result> {
  return pulumi.runtime.invoke(`groupware:${type}`, { ...args }, options) as Promise<Result>;
}

/** The same with arguments that may be outputs; in a preview that does not know them yet, neither is the result. */
export function invokeOutput<Result>(
  type: string,
  args: object,
  options: pulumi.InvokeOutputOptions | undefined,
): pulumi.Output<Result> {
  return pulumi.runtime.invokeOutput<Result>(`groupware:${type}`, { ...args }, options);
}
