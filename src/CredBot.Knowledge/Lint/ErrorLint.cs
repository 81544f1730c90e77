using System.Globalization;
using CredBot.Knowledge.Errors;

namespace CredBot.Knowledge.Lint;

/// <summary>What is said about error codes is held to the rules of the FAQ: languages, names, hosts, age.</summary>
internal static class ErrorLint
{
    public static IEnumerable<FaqProblem> Check(ErrorCodes codes, DateOnly today) =>
    [
        .. Age(codes, today).Select(static what => new FaqProblem("errors", what)),
        .. codes.Entries.SelectMany(entry => Problems(entry).Select(what => new FaqProblem($"errors/{entry.Codes[0]}", what))),
    ];

    private static IEnumerable<string> Age(ErrorCodes codes, DateOnly today)
    {
        var read = DateOnly.ParseExact(codes.Read, "yyyy-MM", CultureInfo.InvariantCulture);
        return read > today || read.AddYears(1) < today ? [$"they were read in {codes.Read}: longer than a year ago, or not yet"] : [];
    }

    private static IEnumerable<string> Problems(ErrorEntry entry)
    {
        foreach (var language in new[] { "ko", "en" })
        {
            if (entry.Meaning.GetValueOrDefault(language) is not { Length: > 0 } || entry.Steps.GetValueOrDefault(language) is not { Count: > 0 })
            {
                yield return $"{language} is missing";
            }
        }

        if (entry.Steps.Values.Select(static steps => steps.Count).Distinct().Count() > 1)
        {
            yield return "its languages have different numbers of steps";
        }

        if (entry.Source.Length is 0)
        {
            yield return "it needs a source";
        }

        foreach (var problem in entry.Meaning.Values.Concat(entry.Steps.Values.SelectMany(static steps => steps))
            .SelectMany(static text => RetiredNames.FindIn(text).Concat(AnswerText.AddressesIn(text).Select(Addresses.Problem).OfType<string>())))
        {
            yield return problem;
        }
    }
}
