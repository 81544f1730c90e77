using System.CommandLine;
using System.Text.Json;
using CredBot.Knowledge;

namespace CredBot.Commands;

/// <summary><c>ask "…"</c>: one question answered offline, from the FAQ alone.</summary>
internal static class AskCommand
{
    public static Command Create(TextWriter output)
    {
        var text = new Argument<string>("text") { Description = "The question, as a person would type it." };
        var locale = new Option<string?>("--locale") { Description = "BCP 47, e.g. ko-KR." };
        var json = new Option<bool>("--json") { Description = "Print everything the recogniser found." };
        var command = new Command("ask", "Answer one question offline.") { text, locale, json };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(text)!, parsed.GetValue(locale), parsed.GetValue(json), output));
        return command;
    }

    private static async Task<int> RunAsync(string text, string? locale, bool json, TextWriter output)
    {
        var recognition = new Recogniser().Recognise(text, locale);
        var corpus = FaqCorpus.Load();
        var entry = Entry(recognition.Intent) is { } id ? corpus.Get(id, recognition.Language) : null;
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(Answer(recognition, entry), CommandJson.Readable.AskAnswer));
        }
        else if (entry is not null)
        {
            await output.WriteLineAsync($"{entry.Title}\n\n{entry.Answer}\n");
            foreach (var link in entry.Links)
            {
                await output.WriteLineAsync($"{link.Title}: {link.Url}");
            }
        }
        else
        {
            await output.WriteLineAsync(Nearest(recognition, corpus));
        }

        return ExitCode.Good;
    }

    /// <summary>Offline there is no tenant to look into, so the personal intents get the general answer.</summary>
    private static string? Entry(string intent) => intent switch
    {
        Intents.ResetMyPassword or Intents.AccountLocked => Intents.FaqUserReset,
        Intents.ChangeMyPassword => Intents.FaqUserChange,
        Intents.HelpdeskReset => Intents.FaqAdminResetSteps,
        Intents.WhyResetGreyedForUser => Intents.FaqResetGreyed,
        Intents.CheckPermissions or Intents.WhoCanReset => Intents.FaqAdminResetTrouble,
        _ when intent.StartsWith("faq-", StringComparison.Ordinal) => intent,
        _ => null,
    };

    private static string Nearest(Recognition recognition, FaqCorpus corpus)
    {
        var korean = recognition.Language is "ko";
        var titles = recognition.Top.Select(static top => Entry(top.Intent)).OfType<string>().Distinct().Take(3)
            .Select(id => $"- {corpus.Get(id, recognition.Language).Title}");
        return string.Join('\n', [korean ? "이 질문에는 답이 없습니다. 가장 가까운 질문:" : "No answer to that. The nearest questions:", .. titles]);
    }

    private static AskAnswer Answer(Recognition recognition, FaqEntry? entry) => new()
    {
        Text = recognition.Text,
        Language = recognition.Language,
        Intent = recognition.Intent,
        Score = recognition.Score,
        Top = recognition.Top,
        Slots = recognition.Slots,
        Answer = entry,
    };
}
