using System.CommandLine;
using CredBot.Manifest;

namespace CredBot.Commands;

/// <summary><c>manifest pack --out FILE</c>: writes the Teams app package for this deployment.</summary>
internal static class ManifestCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var file = new Option<FileInfo>("--out") { Description = "The zip to write.", Required = true };
        var host = new Option<string>("--host") { Description = "Public host name of this deployment.", DefaultValueFactory = static _ => "credbot.example.com" };
        var pack = new Command("pack", "Write the Teams app package.") { file, host };
        pack.SetAction((parsed, _) => PackAsync(parsed.GetValue(file)!, parsed.GetValue(host)!, output, errors));
        return new Command("manifest", "The Teams app package.") { pack };
    }

    private static async Task<int> PackAsync(FileInfo file, string host, TextWriter output, TextWriter errors)
    {
        var configuration = CredBotHost.Configure([]).Configuration;
        if (!Guid.TryParse(configuration["Bot:AppId"], out var appId))
        {
            await errors.WriteLineAsync("Bot:AppId is not set or no GUID: the package names the bot by it. Set Bot__AppId.");
            return ExitCode.Bad;
        }

        await using (var stream = file.Create())
        {
            TeamsPackage.Write(stream, appId, host);
        }

        await output.WriteLineAsync(file.FullName);
        return ExitCode.Good;
    }
}
