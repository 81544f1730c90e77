// The Playground listens on every address and has no setting against it; here it stays on this machine.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  const port = typeof args[0] === 'object' ? args[0].port : args[0];
  const done = args.findLast(arg => typeof arg === 'function');
  return port === undefined ? listen.apply(this, args) : listen.call(this, { port: Number(port), host: '127.0.0.1' }, done);
};
