using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Safeguards;

/// <summary>Draws alarms: ids only, which an operator looks up, and no words of anybody.</summary>
internal static class SafeguardsCards
{
    /// <summary>A card of more would not be shown; the audit has them all.</summary>
    private const int MostReported = 20;

    public static Activity Refused(SafeguardAsk ask, SafeguardRefusal refusal, string language) => Card(SafeguardsText.Alarm, "attention", language,
    [
        new FactSet(
        [
            new Fact(SafeguardsText.Why.In(language), SafeguardsText.Because(refusal).In(language)),
            new Fact(SafeguardsText.Agent.In(language), ask.Agent),
            new Fact(SafeguardsText.Subject.In(language), ask.Subject),
            new Fact(SafeguardsText.Request.In(language), ask.Operation),
        ]),
    ]);

    public static Activity Objected(Objection objection, Freeze freeze, string language) => Card(SafeguardsText.Denied, "attention", language,
    [
        new TextBlock(SafeguardsText.Frozen(freeze.Until).In(language)),
        new FactSet(
        [
            new Fact(SafeguardsText.Subject.In(language), objection.Subject),
            new Fact(SafeguardsText.Request.In(language), objection.Operation),
        ]),
        new ActionSet(
        [
            ExecuteAction.For(
                SafeguardsText.Lift.In(language), SafeguardsVerbs.Lift, $"{objection.Operation}:objected",
                (CardData.Operation, objection.Operation), (VerbRoute.Subject, objection.Subject)),
        ]),
    ]);

    public static Activity Posed(Impostor impostor, string language) => Card(SafeguardsText.Posed, "attention", language,
    [
        new FactSet(
        [
            new Fact(SafeguardsText.Claimed.In(language), impostor.Agent),
            new Fact(SafeguardsText.Called.In(language), impostor.Person),
            new Fact(SafeguardsText.Request.In(language), impostor.Operation),
        ]),
    ]);

    public static Activity Suspected(Suspicion suspicion, string language) => Card(SafeguardsText.Suspected, "attention", language,
    [
        new FactSet(
        [
            new Fact(SafeguardsText.Why.In(language), SafeguardsText.Because(suspicion.Kind).In(language)),
            new Fact(SafeguardsText.Actor.In(language), suspicion.Actor),
            new Fact(SafeguardsText.Request.In(language), suspicion.Operation),
        ]),
    ]);

    /// <summary>Every change of the day that was made without verification.</summary>
    public static Activity Report(SafeguardsDocument document, string language) => Card(SafeguardsText.Report(document.Exceptions.Count), "warning", language,
    [
        .. document.Exceptions.Take(MostReported).Select(made => new FactSet(
        [
            new Fact(SafeguardsText.When.In(language), When.Local(made.At)),
            new Fact(SafeguardsText.Agent.In(language), made.Agent),
            new Fact(SafeguardsText.Approver.In(language), made.Approver),
            new Fact(SafeguardsText.Subject.In(language), made.Subject),
            new Fact(SafeguardsText.Request.In(language), made.Operation),
        ])
        { Separator = true }),
        .. document.Exceptions.Count > MostReported ? [new TextBlock(SafeguardsText.MoreInAudit.In(language))] : Array.Empty<CardElement>(),
    ]);

    public static Activity Switched(SafeguardsDocument document, string actor, string language) =>
        Card(document.IsRaised ? SafeguardsText.Raised : SafeguardsText.Lowered, document.IsRaised ? "attention" : "default", language,
            [new FactSet([new Fact(SafeguardsText.By.In(language), actor)])]);

    private static Activity Card(Sentence headline, string style, string language, IReadOnlyList<CardElement> body)
    {
        var card = new AdaptiveCard { Lang = language, Body = [Container.Headline(headline.In(language), style), .. body] };
        return card.ToMessage(headline.In(language));
    }
}
