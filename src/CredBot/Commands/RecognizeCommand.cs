using System.CommandLine;
using System.Text.Json;
using CredBot.Knowledge;

namespace CredBot.Commands;

/// <summary><c>recognize</c>: JSON lines in, JSON lines out, in order.</summary>
internal static class RecognizeCommand
{
    public static Command Create(TextReader input, TextWriter output, TextWriter errors)
    {
        var command = new Command("recognize", "Read {\"text\",\"locale\"?} lines on standard input, write the intent and slots of each.");
        command.SetAction((_, cancellationToken) => RunAsync(input, output, errors, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var recogniser = new Recogniser();
        for (var number = 1; await input.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Read(line) is not { Text: { } text } request)
            {
                await errors.WriteLineAsync($"Line {number} is not a JSON object with a \"text\".");
                return ExitCode.Bad;
            }

            var answer = RecognizeAnswer.From(recogniser.Recognise(text, request.Locale));
            await output.WriteLineAsync(JsonSerializer.Serialize(answer, CommandJson.Readable.RecognizeAnswer));
        }

        return ExitCode.Good;
    }

    private static RecognizeRequest? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CommandJson.Readable.RecognizeRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
