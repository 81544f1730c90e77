using CredBot.Browser.World;

[assembly: AssemblyFixture(typeof(Chromium))]
