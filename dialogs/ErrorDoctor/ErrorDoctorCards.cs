using CredBot.Bot.Schema;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.ErrorDoctor;

/// <summary>Draws what is known of a code.</summary>
internal static class ErrorDoctorCards
{
    public static Activity Explain(FoundError found, string language, string key, DateTimeOffset now) =>
        DiagnosisCards.Draw(found.Entry is { } entry ? Known(found.Code, entry) : Unknown(found.Code), null, language, key, now);

    private static Finding Known(string code, ErrorEntry entry) => new()
    {
        Headline = ErrorDoctorText.Headline(code, entry),
        Tone = Tone.Neutral,
        Reasons = [ErrorDoctorText.Who(entry.Who), Numbered.Steps(entry)],
        Evidence = [Evidence.Of(ErrorDoctorText.Source, entry.Source)],
        ReadNow = false,
        Next = [.. Next(code, entry)],
    };

    private static Finding Unknown(string code) => new()
    {
        Headline = ErrorDoctorText.UnknownCode(code),
        Tone = Tone.Doubtful,
        Reasons = [ErrorDoctorText.NotListed],
        Next = Lookup(code) is { } url ? [new NextStep.Open(ErrorDoctorText.OpenLookup, url)] : [],
    };

    private static IEnumerable<NextStep> Next(string code, ErrorEntry entry)
    {
        if (entry is { Who: ErrorActor.User, Area: ErrorArea.Sspr or ErrorArea.SignIn or ErrorArea.Change })
        {
            yield return new NextStep.Ask(ErrorDoctorText.MyAccount, Intents.ResetMyPassword);
        }

        if (Lookup(code) is { } url)
        {
            yield return new NextStep.Open(ErrorDoctorText.OpenLookup, url);
        }
    }

    /// <summary>Microsoft's own page about a sign-in code; nothing but its digits goes into the address.</summary>
    private static string? Lookup(string code) => code.StartsWith("AADSTS", StringComparison.Ordinal) && code[6..].All(char.IsAsciiDigit)
        ? $"https://login.microsoftonline.com/error?code={code[6..]}"
        : null;
}
