using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Draws a reset: the question, and the one card that then follows the operation.</summary>
internal static class HelpdeskResetCards
{
    /// <summary>What will happen, and two buttons.</summary>
    public static Activity Preview(HelpdeskResetState state, string operation, string language)
    {
        var question = HelpdeskResetText.Question(state.SubjectName).In(language);
        return Card(language, question,
        [
            Container.Headline(question, "emphasis"),
            Facts(state.SubjectName, state.SubjectAddress, state.Reason, language),
            new TextBlock(HelpdeskResetText.WhatWillHappen.In(language)),
            .. state.Synced ? [new TextBlock(HelpdeskResetText.WritesBack.In(language))] : Array.Empty<CardElement>(),
            new TextBlock(HelpdeskResetText.VerifyFirst.In(language)) { Weight = "Bolder" },
            new ActionSet(
            [
                Answer(HelpdeskResetText.Reset, ConfirmPrompt.Yes, "destructive"),
                Answer(HelpdeskResetText.DoNot, ConfirmPrompt.No, null),
            ]),
        ]);

        ExecuteAction Answer(Sentence title, string answer, string? style) =>
            ExecuteAction.For(title.In(language), CardVerbs.Answer, state.CardKey, (CardData.Answer, answer), (CardData.Operation, operation)) with { Style = style };
    }

    /// <summary>The requester said no, or nothing that could be understood.</summary>
    public static Activity NotDone(HelpdeskResetState state, string language)
    {
        var headline = HelpdeskResetText.Cancelled.In(language);
        return Card(language, headline, [Container.Headline(headline, "default"), Facts(state.SubjectName, state.SubjectAddress, state.Reason, language)]);
    }

    /// <summary>The rules say no before anything was asked.</summary>
    public static Activity Refusal(DirectoryUser user, ResetFailure failure, string language)
    {
        var headline = HelpdeskResetText.Refused(Person.Name(user)).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "attention"),
            new TextBlock(failure.Cause.In(language)),
            new TextBlock(failure.Next.In(language)),
            new FactSet([new Fact(HelpdeskResetText.Address.In(language), Person.Address(user))]),
            new TextBlock(PermissionText.Predicted.In(language)) { IsSubtle = true, Size = "Small" },
        ]);
    }

    /// <summary>The card of the operation as it stands; never with the password.</summary>
    public static Activity Live(ResetDocument document)
    {
        var language = document.Request.Language;
        var headline = HelpdeskResetText.Headline(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, Style(document.Status)),
            .. Lines(document).Select(line => new TextBlock(line.In(language))),
            Facts(document, language),
            .. Buttons(document, language),
        ]);
    }

    /// <summary>The same card with the password on it. It is sent once and stored nowhere.</summary>
    public static Activity WithPassword(ResetDocument document, string password)
    {
        var language = document.Request.Language;
        var headline = HelpdeskResetText.Headline(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "good"),
            new TextBlock(HelpdeskResetText.PasswordHere.In(language)) { Weight = "Bolder" },
            // A text run is shown as it is: Markdown would change some characters of a password.
            new RichTextBlock([new TextRun(password) { FontType = "Monospace", Size = "Large", Weight = "Bolder" }]),
            new TextBlock(HelpdeskResetText.SayIt.In(language)),
            new TextBlock(HelpdeskResetText.ChangeAtSignIn.In(language)),
            new TextBlock(HelpdeskResetText.Vanishes(document.RedactAt!.Value).In(language)) { IsSubtle = true },
            Facts(document, language),
            new ActionSet([Button(document, HelpdeskResetText.Hide, HelpdeskResetFlow.Hide)]),
        ]);
    }

    /// <summary>What the person hears whose password was reset; no name of who did it, and no secret.</summary>
    public static Activity Notice(ResetDocument document, string language)
    {
        var headline = HelpdeskResetText.NoticeHeadline.In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "warning"),
            new TextBlock(HelpdeskResetText.NoticeWhen(document.DoneAt!.Value).In(language)),
            new TextBlock(HelpdeskResetText.NoticeUnexpected.In(language)) { Weight = "Bolder" },
        ]);
    }

    private static IEnumerable<Sentence> Lines(ResetDocument document)
    {
        switch (document.Status)
        {
            case ResetStatus.Failed:
                return [document.Failure!.Cause, HelpdeskResetText.NothingChanged, document.Failure.Next];
            case ResetStatus.Unknown:
                return [HelpdeskResetText.UnknownNext];
            case ResetStatus.Done or ResetStatus.Shown or ResetStatus.Redacting or ResetStatus.Closed:
                var sessions = document.SessionsRevoked is true ? HelpdeskResetText.SessionsEnded : HelpdeskResetText.SessionsNotEnded;
                return [.. document.ByEvidence ? [HelpdeskResetText.ByEvidence] : Array.Empty<Sentence>(), sessions, HelpdeskResetText.ChangeAtSignIn, Password(document), .. Told(document)];
            default:
                return [HelpdeskResetText.Progress(document)];
        }
    }

    private static Sentence[] Told(ResetDocument document) =>
        document.SubjectTold is { } told ? [told ? HelpdeskResetText.SubjectTold : HelpdeskResetText.SubjectNotTold] : [];

    private static Sentence Password(ResetDocument document) =>
        document.Status is ResetStatus.Done ? HelpdeskResetText.Offer(document.OfferUntil!.Value) : HelpdeskResetText.PasswordGone;

    private static IEnumerable<CardElement> Buttons(ResetDocument document, string language) => document switch
    {
        { Status: ResetStatus.Done } => [new ActionSet([Button(document, HelpdeskResetText.Show, HelpdeskResetFlow.Reveal)])],
        { Status: ResetStatus.Unknown } or { Failure.MayRetry: true } => [new ActionSet(
        [
            ExecuteAction.For(HelpdeskResetText.TryAgain.In(language), VerbRoute.Reset, document.Request.CardKey, (VerbRoute.Subject, document.Request.SubjectId)),
        ])],
        _ => [],
    };

    private static ExecuteAction Button(ResetDocument document, Sentence title, string verb) =>
        ExecuteAction.For(title.In(document.Request.Language), verb, document.Request.CardKey, (CardData.Operation, document.Operation));

    private static string Style(ResetStatus status) => status switch
    {
        ResetStatus.Failed => "attention",
        ResetStatus.Unknown or ResetStatus.Reconciling => "warning",
        ResetStatus.Asked => "emphasis",
        ResetStatus.Calling or ResetStatus.Throttled or ResetStatus.Running or ResetStatus.Revoking => "accent",
        _ => "good",
    };

    private static FactSet Facts(string name, string address, string reason, string language) => new(
    [
        new(HelpdeskResetText.Who.In(language), name),
        new(HelpdeskResetText.Address.In(language), address),
        new(HelpdeskResetText.Cause.In(language), CardText.Plain(reason, 500)),
    ])
    { Separator = true };

    private static FactSet Facts(ResetDocument document, string language)
    {
        var request = document.Request;
        var facts = Facts(request.SubjectName, request.SubjectAddress, request.Reason, language);
        return facts with
        {
            Facts =
            [
                .. facts.Facts,
                new(HelpdeskResetText.AskedAt.In(language), When.Local(request.AskedAt)),
                .. document.DoneAt is { } done ? [new Fact(HelpdeskResetText.DoneAt.In(language), When.Local(done))] : Array.Empty<Fact>(),
            ],
        };
    }

    private static Activity Card(string language, string summary, IReadOnlyList<CardElement> body) =>
        new AdaptiveCard { Lang = language, Body = body }.ToMessage(summary);
}
