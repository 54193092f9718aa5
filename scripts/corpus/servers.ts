// The published servers that rules are checked against. Old releases stand beside the ones that
// mended them; they are for looking at, not for fitting rules to.

import { parsePinned, type PinnedPackage } from "./pinned.ts";

// deno-fmt-ignore
const TABLE = `
npm mcp-remote                              0.1.14    902bf05a96b008399e3afa16a780b8ec0be7203d95bdde4563d6543f36f950b0
npm mcp-remote                              0.1.16    44734e5f9baf3abcdc646beb2ba753cd12de79627af351f39cd8fb4d234a7fc8
npm @modelcontextprotocol/server-filesystem 2025.3.28 bfeb45f6ec2db5ce731a1cf18168da08e40c0a573db911941a7b82e695a2e1a8
npm @modelcontextprotocol/server-filesystem 2025.7.1  b42988c248faccb3ab234fc77a761fb628cb319a60c2a80571a76fc54a28495c
npm @modelcontextprotocol/inspector         0.14.0    1b93aba31a40c79c06753e4cd988535c13c83e0699781ff0e9be0f75196f0d09
npm @modelcontextprotocol/inspector-client  0.14.0    1be884eca616d3898b19862062c261a558356d533159cf9d737c81b79ccc1e78
npm @modelcontextprotocol/inspector-server  0.14.0    4e4cd3b92172850707a94c3018a0cf046390307c8e144f5567fe742c396ce83d
npm @modelcontextprotocol/inspector-cli     0.14.0    ed0ba05f6b75c42a64d995f755234e3ee3cf7d114daee7a7c925d106473ec206
npm @modelcontextprotocol/inspector         0.14.1    f6a8642281a2e24bb9d3be23a326da7bd04c8d90b6518082b4029d715e4b5fba
npm @modelcontextprotocol/inspector-client  0.14.1    9a394704b6d133844e3e70fccc4a5b3eefe182ae45c0c828825deb5a6e3a28e3
npm @modelcontextprotocol/inspector-server  0.14.1    1fb40d4aafc30799f1aac8c19dba7451f6f44019dcd9356449f41c3e6d0e6ff3
npm @modelcontextprotocol/inspector-cli     0.14.1    4d1750c2d02c474941e9345247265751b1ccfbb51c8e2c3bc713f1e87ab4e861
npm @modelcontextprotocol/server-postgres   0.6.2     af55200a01b13ae31949fb4a8864ee6043b891d00ff83330d1779b18aa5ba26f
npm @modelcontextprotocol/server-github     2025.4.8  1d5b1bca9305adf0c8055131f2286514c9bea6eb31100460899a1ed9ffece5c1
npm @modelcontextprotocol/server-puppeteer  2025.5.12 daa0358ae41bd1896045479f839425391e1b14c6c123bd59fb297712027bbcee
npm @modelcontextprotocol/server-everything 2026.8.31 c293b5e0ed41ed1eaba712e55929846eec78315475ce5751bdc3f8671e5383d6
npm @modelcontextprotocol/server-memory     2026.8.31 53a606a0e2d8622214808c85e9986db08ff343520d95b64d386039d024eb504c
npm @executeautomation/database-server      1.1.0     0dca56f754c0f69fe5f4b26572a8f1f2baaa4527d95896e078dc9c1c128f869c
npm @wonderwhy-er/desktop-commander         0.2.52    9cd9f52277b45602d5544ddfede0f0c5f6453131256010b8f2abba3576040c6c
pip mcp-server-git                          2025.1.14 6f60aca3761fb91d6b2ee5282d68c69858c57a95a2124727b9ed6bb8ced581d5
pip mcp-server-git                          2025.7.1  040bdbdfd7ba98ac75021b3b3fa906e1505e52ef4fe2c0febbe252c1d915a846
pip mcp-server-fetch                        2025.4.7  349b79754d9d5caeb7c3f427ef07af2a994d4c998dab33c060eb9fbeb9da8d6b
pip mcp-server-time                         2025.7.1  705d47b0740a8dd917f0e6900306142da978ef479f92944fc81a03e625d1c73c
pip mcp-server-sqlite                       2025.4.25 5ba5706aa29d249a3cde8226577e021c07792d3198e9db40fd005578d2a0801d
pip mcp-server-calculator                   0.2.0     33e2e95c320cf7c33fbc478a0a165aedd2f05f05fa7f39e1c64329d41fea1026
pip code-interpreter-mcp-server             0.1.3     da04de255aba0d2dd11067d97ea022682d9a881344e2f8605c2cd4bfc84b40a8
pip mcp-atlassian                           0.11.9    01ff90a64169f04f0fe4821f193c960240bc08067abd6c1c2b2b50c7d2b7d4e6
pip awslabs.aws-documentation-mcp-server    1.0.0     4de5731e508cb70a2ebb201cbefc2947134d724456e0c0807cf28e0867d4d315
go  github.com/github/github-mcp-server             v0.5.0  839a0dbaa31ae97c29ce38fd3c6c75a73918c4eb3b6d44eb7b3b65493925764d
go  github.com/mark3labs/mcp-filesystem-server      v0.11.1 0323a36b470b9551b9023d8a9ca5c842d477427864ee3c14fcf7909996131a9d
go  github.com/containers/kubernetes-mcp-server     v0.0.50 7ba1fb4de9db7b653fc16179db0533b7937acb53554d4a5f482357380d75c269
`;

/** All of the table. */
export function pinnedServers(): readonly PinnedPackage[] {
  return parsePinned(TABLE);
}
