// As a minifier leaves a small server: short names, commas, and conditions in place of statements.
import{McpServer as e}from"@modelcontextprotocol/sdk/server/mcp.js";import{exec as t,execFile as n}from"node:child_process";import{promisify as r}from"node:util";import{z as o}from"zod";
var s=r(t),a=r(n),i=["start","stop"],c=new e({name:"m",version:"1.0.0"});
c.tool("a",{x:o.string()},async({x:l})=>
(await s(`id ${l}`), // expect: proven shell
{content:[]}));
c.tool("b",{x:o.string()},async({x:l})=>i.includes(l)?(await s(`service web ${l}`),{content:[]}):{content:[],isError:!0});
c.tool("c",{x:o.string()},async({x:l})=>{let u=l.trim();return await a("git",["log","--",u]),{content:[]}});
