using System.CommandLine;
using System.Text.Json;
using CredBot.Engine.Audit;
using CredBot.Engine.Store;

namespace CredBot.Commands;

/// <summary><c>audit verify</c> and <c>audit export</c>: over the store that <c>Storage:Path</c> names, whether or not the bot runs.</summary>
internal static class AuditCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var verify = new Command("verify", "Check that no line of the audit was changed, removed or moved.");
        verify.SetAction((_, cancellationToken) => WithLogAsync(errors, log => VerifyAsync(log, output, cancellationToken)));
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = static _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var redact = new Option<bool>("--redact") { Description = "Put a made-up name in the place of each person." };
        var export = new Command("export", "Write the audit as JSON lines or CSV. That it was read is recorded in it first.") { format, redact };
        export.SetAction((parsed, cancellationToken) =>
            WithLogAsync(errors, log => ExportAsync(log, output, parsed.GetValue(format) is "csv", parsed.GetValue(redact), cancellationToken)));
        return new Command("audit", "The record of who did what.") { verify, export };
    }

    private static async Task<int> WithLogAsync(TextWriter errors, Func<AuditLog, Task<int>> run)
    {
        try
        {
            return await run(AuditLog.Open(CredBotHost.Configure([]).Configuration["Storage:Path"] ?? "."));
        }
        catch (Exception refused) when (refused is FileNotFoundException or StoreException)
        {
            await errors.WriteLineAsync(refused.Message);
            return ExitCode.Bad;
        }
    }

    private static async Task<int> VerifyAsync(AuditLog log, TextWriter output, CancellationToken cancellationToken)
    {
        var verdict = await log.VerifyAsync(cancellationToken);
        await output.WriteLineAsync(verdict.Fault is { } fault
            ? $"The audit does not hold: {fault.Kind} at {fault.Key} in the chain of tenant {fault.Tenant}."
            : $"The audit holds: {verdict.Lines} lines.");
        return verdict.Holds ? ExitCode.Good : ExitCode.Bad;
    }

    private static async Task<int> ExportAsync(AuditLog log, TextWriter output, bool csv, bool redact, CancellationToken cancellationToken)
    {
        await log.RecordReadingAsync($"os:{Environment.UserName}", TimeProvider.System.GetUtcNow(), cancellationToken);
        var names = redact ? new Pseudonyms() : null;
        if (csv)
        {
            await output.WriteLineAsync(AuditCsv.Head);
        }

        await foreach (var record in log.ExportAsync(cancellationToken))
        {
            var line = new AuditLine { Entry = names?.Hide(record.Entry) ?? record.Entry, Previous = record.Previous, Hash = record.Hash };
            await output.WriteLineAsync(csv ? AuditCsv.Line(line) : JsonSerializer.Serialize(line, CommandJson.Readable.AuditLine));
        }

        return ExitCode.Good;
    }
}
