using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>Draws a check for both sides: whoever was called, and the colleague whose name was given.</summary>
internal static class AgentCheckCards
{
    /// <summary>The asker's card as it stands, without the words.</summary>
    public static Activity ForAsker(AgentCheckDocument document) => ForAsker(document, null);

    /// <summary>The asker's card with the words. It is sent and stored nowhere.</summary>
    public static Activity WithWord(AgentCheckDocument document, string word) => ForAsker(document, word);

    private static Activity ForAsker(AgentCheckDocument document, string? word)
    {
        var (request, language) = (document.Request, document.Request.Language);
        var headline = AgentCheckText.Headline(document).In(language);
        return Card(language, headline, Style(document),
        [
            .. word is null ? [new TextBlock(Advice(document).In(language)) { Weight = "Bolder" }] : Words(word, AgentCheckText.LetThemSay, language),
            new FactSet(
            [
                new Fact(AgentCheckText.Agent.In(language), request.AgentName),
                new Fact(AgentCheckText.Address.In(language), request.AgentAddress),
                .. request.JobTitle is { Length: > 0 } job ? [new Fact(AgentCheckText.Job.In(language), CardText.Plain(job))] : Array.Empty<Fact>(),
            ]),
            .. Buttons(document, word is not null, language),
        ]);
    }

    /// <summary>What the colleague is asked.</summary>
    public static Activity Question(AgentCheckDocument document, string language)
    {
        var headline = AgentCheckText.Question(document.Request.RequesterName).In(language);
        var key = AgentCheckFlow.NoticeId(document.Id);
        return Card(language, headline, "warning",
        [
            new TextBlock(AgentCheckText.OnlyIfTrue.In(language)) { Weight = "Bolder" },
            new FactSet(
            [
                new Fact(AgentCheckText.Asker.In(language), document.Request.RequesterName),
                new Fact(AgentCheckText.Until.In(language), When.Local(document.Until)),
            ]),
            new ActionSet(
            [
                Button(AgentCheckText.Here, AgentCheckVerbs.Here, key, document.Id, language) with { Style = "positive" },
                Button(AgentCheckText.NotMe, AgentCheckVerbs.NotMe, key, document.Id, language) with { Style = "destructive" },
            ]),
        ]);
    }

    /// <summary>The colleague's card with the words. It is sent and stored nowhere.</summary>
    public static Activity WithWord(AgentWordDocument document, string word)
    {
        var headline = AgentCheckText.Question(document.AskerName).In(document.Language);
        return Card(document.Language, headline, "accent",
        [
            .. Words(word, AgentCheckText.SayThem, document.Language),
            new ActionSet(
            [
                Button(AgentCheckText.NotMe, AgentCheckVerbs.NotMe, AgentCheckFlow.NoticeId(document.Check), document.Check, document.Language) with { Style = "destructive" },
            ]),
        ]);
    }

    /// <summary>The colleague's card at the end.</summary>
    public static Activity ForAgent(AgentWordDocument document) => document.End is AgentCheckEnd.Denied
        ? NotMe(document.AskerName, document.Language)
        : Card(document.Language, AgentCheckText.AgentHeadline(document).In(document.Language), document.End is AgentCheckEnd.Mismatched ? "attention" : "default", []);

    /// <summary>The colleague's card after they said that it is not them.</summary>
    public static Activity NotMe(string asker, string language) => Card(language, AgentCheckText.Thanks(asker).In(language), "attention", []);

    private static Sentence Advice(AgentCheckDocument document) => document.End switch
    {
        null => AgentCheckText.AskedThem,
        AgentCheckEnd.Matched => AgentCheckText.StillCareful,
        _ => AgentCheckText.CallBack,
    };

    private static CardElement[] Words(string word, Sentence advice, string language) =>
    [
        new TextBlock(AgentCheckText.Words.In(language)) { Weight = "Bolder" },
        new RichTextBlock([new TextRun(word) { FontType = "Monospace", Size = "ExtraLarge", Weight = "Bolder" }]),
        new TextBlock(advice.In(language)) { Weight = "Bolder" },
    ];

    private static IEnumerable<CardElement> Buttons(AgentCheckDocument document, bool shows, string language)
    {
        if (document.Status is AgentCheckStatus.Over)
        {
            yield break;
        }

        var key = document.Request.CardKey;
        yield return new ActionSet(shows
            ?
            [
                Button(AgentCheckText.Match, AgentCheckVerbs.Matches, key, document.Id, language) with { Style = "positive" },
                Button(AgentCheckText.Differ, AgentCheckVerbs.Differs, key, document.Id, language) with { Style = "destructive" },
            ]
            : [Button(AgentCheckText.Stop, AgentCheckVerbs.Stop, key, document.Id, language)]);
    }

    private static string Style(AgentCheckDocument document) => document.End switch
    {
        null => "emphasis",
        AgentCheckEnd.Matched => "good",
        AgentCheckEnd.Cancelled => "default",
        AgentCheckEnd.Expired or AgentCheckEnd.Unreachable => "warning",
        _ => "attention",
    };

    private static ExecuteAction Button(Sentence title, string verb, string key, string operation, string language) =>
        ExecuteAction.For(title.In(language), verb, key, (CardData.Operation, operation));

    private static Activity Card(string language, string headline, string style, IReadOnlyList<CardElement> body) =>
        new AdaptiveCard { Lang = language, Body = [Container.Headline(headline, style), .. body] }.ToMessage(headline);
}
