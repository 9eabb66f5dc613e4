import type { Host } from "../test/support/testStack.ts";

/** N groups; how each is named comes from the environment, so that one text serves every verb. */
export const groupsProgram = (host: Host) => `
const { barium } = require("pulumi-groupware${host === "plugin" ? "/plugin" : ""}");
const count = Number(process.env.BENCH_COUNT);
for (let i = 0; i < count; i++) {
  new barium.Group("group-" + i, { domainId: "1", key: "${host}-" + i, name: process.env.BENCH_NAME + " " + i });
}
`;

/** The same number of resources of the same shape, whose provider does nothing: what the engine itself takes. */
export const floorProgram = `
const pulumi = require("@pulumi/pulumi");
const text = "exports.handler=()=>({check:async(o,n)=>({inputs:n}),diff:async(i,o,n)=>o.name===n.name?{changes:false}:{},create:async(n)=>({id:'1/'+n.key,outs:{...n,groupId:n.key}}),read:async(id,p)=>({id,props:p}),update:async(i,o,n)=>({outs:{...n,groupId:n.key}}),delete:async()=>{}})";
class Nothing extends pulumi.CustomResource {
  constructor(name, args) { super("pulumi-nodejs:dynamic/groupware/barium:Group", name, { ...args, groupId: undefined, __provider: text }); }
}
const count = Number(process.env.BENCH_COUNT);
for (let i = 0; i < count; i++) {
  new Nothing("group-" + i, { domainId: "1", key: "key-" + i, name: process.env.BENCH_NAME + " " + i });
}
`;
