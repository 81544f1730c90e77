using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>Draws a finding: the verdict first, its reasons, the next step as a button, the facts with their age, what could not be seen, and the general answer folded below.</summary>
internal static class DiagnosisCards
{
    private const int MostButtons = 6;
    private const string Folded = "general";

    /// <param name="finding">What was concluded.</param>
    /// <param name="general">The answer of the FAQ, folded below; null for none.</param>
    /// <param name="language">Of the conversation.</param>
    /// <param name="key">Key under which the message is sent; its buttons name it.</param>
    /// <param name="now">The time of the turn, for the ages of facts.</param>
    public static Activity Draw(Finding finding, FaqEntry? general, string language, string key, DateTimeOffset now)
    {
        var headline = finding.Headline.In(language);
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                Container.Headline(headline, Style(finding.Tone)),
                .. finding.Reasons.Select(reason => new TextBlock(reason.In(language))),
                .. Buttons(finding, general, language, key),
                .. Facts(finding, language, now),
                .. NotSeen(finding, language),
                .. general is null ? Array.Empty<CardElement>() : [new Container([new TextBlock(general.Answer)]) { Id = Folded, IsVisible = false, Separator = true }],
            ],
        };
        return card.ToMessage(headline);
    }

    /// <summary>The answer for somebody whose account could not be looked at.</summary>
    public static Activity General(FaqEntry entry)
    {
        var card = new AdaptiveCard
        {
            Lang = entry.Language,
            Body =
            [
                TextBlock.Heading(entry.Title),
                new TextBlock(entry.Answer),
                new ActionSet([.. entry.Links.Take(3).Select(static link => new OpenUrlAction(link.Title, link.Url))]),
            ],
        };
        return card.ToMessage(entry.Title);
    }

    private static IEnumerable<CardElement> Buttons(Finding finding, FaqEntry? general, string language, string key)
    {
        List<CardButton> buttons = [.. finding.Next.Take(MostButtons - 1).Select(step => Button(step, language, key))];
        if (general is not null)
        {
            buttons.Add(new ToggleVisibilityAction(DiagnosisText.GeneralAnswer.In(language), [Folded]));
        }

        return buttons.Count is 0 ? [] : [new ActionSet(buttons)];
    }

    private static CardButton Button(NextStep step, string language, string key)
    {
        var title = step.Title.In(language);
        return step switch
        {
            NextStep.Open open => new OpenUrlAction(title, open.Url),
            NextStep.Ask { About: { } about } ask => ExecuteAction.For(title, VerbRoute.Ask, key, (CardData.Answer, ask.Intent), (VerbRoute.About, about)),
            NextStep.Ask ask => ExecuteAction.For(title, VerbRoute.Ask, key, (CardData.Answer, ask.Intent)),
            NextStep.Tell tell => ExecuteAction.For(title, tell.Verb, key, (CardData.Operation, tell.Operation)),
            NextStep.Reset reset => ExecuteAction.For(title, VerbRoute.Reset, key, (VerbRoute.Subject, reset.SubjectId)),
            _ => throw new NotSupportedException($"There is no button for a {step.GetType().Name}."),
        };
    }

    private static IEnumerable<CardElement> Facts(Finding finding, string language, DateTimeOffset now) => finding.Evidence.Count is 0
        ? []
        :
        [
            new FactSet([.. finding.Evidence.Select(fact => new Fact(fact.Name.In(language), Value(fact, now).In(language)))]) { Separator = true },
            .. finding.ReadNow ? [new TextBlock(DiagnosisText.ReadNow.In(language)) { IsSubtle = true, Size = "Small" }] : Array.Empty<CardElement>(),
        ];

    private static Sentence Value(Evidence fact, DateTimeOffset now) => fact.AsOf is { } at ? DiagnosisText.AsOf(fact.Value, at, now) : fact.Value;

    private static IEnumerable<CardElement> NotSeen(Finding finding, string language) => finding.Unseen.Count is 0
        ? []
        :
        [
            new Container(
            [
                new TextBlock(DiagnosisText.NotSeen.In(language)) { Weight = "Bolder", Size = "Small" },
                .. finding.Unseen.Select(unseen => new TextBlock(DiagnosisText.Missing(unseen).In(language)) { Size = "Small" }),
            ])
            { Style = "warning", Separator = true },
        ];

    private static string Style(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Blocked => "attention",
        Tone.Doubtful => "warning",
        _ => "accent",
    };
}
