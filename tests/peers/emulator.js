// Starts the emulator on a port of 127.0.0.1 (0: any that is free), prints the port, and ends when standard input closes.
"use strict";

const TelegramServer = require("telegram-test-api");

const server = new TelegramServer({ host: "127.0.0.1", storeTimeout: 24 * 3600 });
server.config.port = Number(process.argv[2]); // its constructor takes 0 for “not given”
server.start().then(() => console.log(server.server.address().port));
process.stdin.on("close", () => process.exit()).resume();
