using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Draws a reset: the question, and the one card that then follows the operation.</summary>
internal static class HelpdeskResetCards
{
    /// <summary>What will happen, and two buttons.</summary>
    public static Activity Preview(HelpdeskResetState state, AssuranceLevel level, string operation, string language)
    {
        var (purpose, isPass) = (state.Purpose, state.Purpose is Purpose.TemporaryAccessPass);
        var question = HelpdeskResetText.Question(state).In(language);
        return Card(language, question,
        [
            Container.Headline(question, "emphasis"),
            Facts(state.SubjectName, state.SubjectAddress, state.Reason, language),
            new TextBlock(HelpdeskResetText.Follows(purpose).In(language)),
            .. state.Synced && purpose is not Purpose.IdentityCheck ? [new TextBlock((isPass ? PassText.Synced : HelpdeskResetText.WritesBack).In(language))] : Array.Empty<CardElement>(),
            new TextBlock(HelpdeskResetText.VerifyFirst(level, purpose, state.IsException).In(language)) { Weight = "Bolder" },
            .. isPass || state.MayGetPass ? [new TextBlock(PassText.Better.In(language)) { IsSubtle = isPass }] : Array.Empty<CardElement>(),
            new ActionSet(
            [
                Answer(HelpdeskResetText.Yes(purpose), ConfirmPrompt.Yes, purpose is Purpose.IdentityCheck ? "positive" : "destructive"),
                Answer(HelpdeskResetText.No(purpose), ConfirmPrompt.No, null),
                .. !isPass && state.MayGetPass ? [Instead()] : Array.Empty<ExecuteAction>(),
            ]),
        ]);

        ExecuteAction Instead() => ExecuteAction.For(PassText.Instead.In(language), VerbRoute.Pass, state.CardKey, (VerbRoute.Subject, state.SubjectId!));

        ExecuteAction Answer(Sentence title, string answer, string? style) =>
            ExecuteAction.For(title.In(language), CardVerbs.Answer, state.CardKey, (CardData.Answer, answer), (CardData.Operation, operation)) with { Style = style };
    }

    /// <summary>The requester said no, or nothing that could be understood.</summary>
    public static Activity NotDone(HelpdeskResetState state, string language)
    {
        var headline = HelpdeskResetText.Cancelled.In(language);
        return Card(language, headline, [Container.Headline(headline, "default"), Facts(state.SubjectName, state.SubjectAddress, state.Reason, language)]);
    }

    /// <summary>A question that nobody can answer any more. What became of it stands elsewhere in the chat.</summary>
    public static Activity Closed(string language)
    {
        var headline = HelpdeskResetText.QuestionClosed.In(language);
        return Card(language, headline, [Container.Headline(headline, "default"), new TextBlock(HelpdeskResetText.AskAnew.In(language))]);
    }

    /// <summary>The rules say no before anything was asked.</summary>
    public static Activity Refusal(DirectoryUser user, ResetFailure failure, string language, Purpose purpose = Purpose.PasswordReset)
    {
        var headline = HelpdeskResetText.Refused(purpose, Person.Name(user)).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "attention"),
            new TextBlock(failure.Cause.In(language)),
            new TextBlock(failure.Next.In(language)),
            new FactSet([new Fact(HelpdeskResetText.Address.In(language), Person.Address(user))]),
            new TextBlock(PermissionText.Predicted.In(language)) { IsSubtle = true, Size = "Small" },
        ]);
    }

    /// <summary>The card of the operation as it stands, for who asked; never with the password. Their client asks for it again when it comes into sight.</summary>
    public static Activity Live(ResetDocument document)
    {
        var language = document.Request.Language;
        var headline = HelpdeskResetText.Headline(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, Style(document)),
            .. Lines(document).Select(line => new TextBlock(line.In(language))),
            Facts(document, language),
            .. Buttons(document, language),
        ],
        document.Status is ResetStatus.Closed or ResetStatus.Failed or ResetStatus.Unknown ? null : Refresh(document));
    }

    /// <summary>What anybody else sees of it: how it stands, with nothing to press.</summary>
    public static Activity ForOthers(ResetDocument document)
    {
        var language = document.Request.Language;
        var headline = HelpdeskResetText.Headline(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, Style(document)),
            new TextBlock(HelpdeskResetText.NotYours.In(language)) { IsSubtle = true },
        ]);
    }

    /// <summary>The same card with the password on it. It is sent once and stored nowhere.</summary>
    public static Activity WithPassword(ResetDocument document, string password)
    {
        var language = document.Request.Language;
        var headline = HelpdeskResetText.Headline(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, Style(document)),
            .. document.ByEvidence ? [new TextBlock(HelpdeskResetText.NotSurelyValid.In(language)) { Weight = "Bolder" }] : Array.Empty<CardElement>(),
            new TextBlock((document.PassId is null ? HelpdeskResetText.PasswordHere : PassText.CodeHere).In(language)) { Weight = "Bolder" },
            // A text run is shown as it is: Markdown would change some characters of a password.
            new RichTextBlock([new TextRun(password) { FontType = "Monospace", Size = "Large", Weight = "Bolder" }]),
            new TextBlock(HelpdeskResetText.SayIt.In(language)),
            new TextBlock((document.PassId is null ? HelpdeskResetText.ChangeAtSignIn : PassText.HowToUse).In(language)),
            new TextBlock(HelpdeskResetText.Vanishes(document.RedactAt!.Value).In(language)) { IsSubtle = true },
            Facts(document, language),
            new ActionSet([Button(document, HelpdeskResetText.Hide, HelpdeskResetFlow.Hide)]),
        ]);
    }

    /// <summary>What the person hears whose password was, or was to be, reset: who, what, when and how to object; no secret.</summary>
    public static Activity Notice(ResetDocument document, string language) =>
        Told(document, HelpdeskResetText.NoticeHeadline(document), HelpdeskResetText.NoticeUnexpected, language);

    /// <summary>What their manager hears.</summary>
    public static Activity ManagerNotice(ResetDocument document, string language) =>
        Told(document, HelpdeskResetText.ManagerHeadline(document), HelpdeskResetText.ManagerUnexpected, language);

    private static Activity Told(ResetDocument document, Sentence headline, Sentence unexpected, string language)
    {
        var at = document.DoneAt ?? document.Request.AskedAt;
        return Card(language, headline.In(language),
        [
            Container.Headline(headline.In(language), "warning"),
            new FactSet(
            [
                new Fact(HelpdeskResetText.Who.In(language), document.Request.SubjectName),
                new Fact(HelpdeskResetText.Address.In(language), document.Request.SubjectAddress),
                new Fact(HelpdeskResetText.By.In(language), document.Request.RequesterName),
                new Fact((document.DoneAt is null ? HelpdeskResetText.AskedAt : HelpdeskResetText.DoneAt).In(language), When.Local(at)),
            ]),
            .. document.DoneAt is null || document.Request.Purpose is not Purpose.PasswordReset ? Array.Empty<CardElement>() : [new TextBlock(HelpdeskResetText.ChangeAtSignIn.In(language))],
            new TextBlock(unexpected.In(language)) { Weight = "Bolder" },
            new ActionSet(
            [
                ExecuteAction.For(HelpdeskResetText.NotMe.In(language), HelpdeskResetVerbs.Object, $"{document.Operation}:notice", (CardData.Operation, document.Operation))
                    with { Style = "destructive" },
                .. document.Request.ObjectionUrl is { } url ? [new OpenUrlAction(HelpdeskResetText.WithoutSignIn.In(language), url.AbsoluteUri)] : Array.Empty<CardButton>(),
            ]),
        ]);
    }

    /// <summary>The notice after an objection.</summary>
    public static Activity Objected(string language)
    {
        var headline = HelpdeskResetText.ObjectedHeadline.In(language);
        return Card(language, headline, [Container.Headline(headline, "attention"), new TextBlock(HelpdeskResetText.ObjectedNext.In(language))]);
    }

    private static IEnumerable<Sentence> Lines(ResetDocument document)
    {
        switch (document.Status)
        {
            case ResetStatus.Failed:
                return [document.Failure!.Cause, HelpdeskResetText.NothingChanged, document.Failure.Next];
            case ResetStatus.Unknown:
                return [.. document.Failure is { } doubt ? [doubt.Cause] : Array.Empty<Sentence>(), IsPass(document) ? PassText.UnknownNext : HelpdeskResetText.UnknownNext];
            case ResetStatus.Closed when document.Request.Purpose is Purpose.IdentityCheck:
                return [IdentityText.HandOver];
            case ResetStatus.Done or ResetStatus.Shown or ResetStatus.Redacting or ResetStatus.Lapsing or ResetStatus.Withdrawing or ResetStatus.Closed when IsPass(document):
                return [Code(document), .. Told(document)];
            case ResetStatus.Done or ResetStatus.Shown or ResetStatus.Redacting or ResetStatus.Closed:
                var sessions = document.SessionsRevoked is true ? HelpdeskResetText.SessionsEnded : HelpdeskResetText.SessionsNotEnded;
                return [.. document.ByEvidence ? [HelpdeskResetText.ByEvidence] : Array.Empty<Sentence>(), sessions, HelpdeskResetText.ChangeAtSignIn, Password(document), .. Told(document)];
            default:
                return [HelpdeskResetText.Progress(document)];
        }
    }

    private static Sentence[] Told(ResetDocument document) =>
        document.SubjectTold is { } told ? [told ? HelpdeskResetText.SubjectTold : HelpdeskResetText.SubjectNotTold] : [];

    private static bool IsPass(ResetDocument document) => document.Request.Purpose is Purpose.TemporaryAccessPass;

    private static Sentence Code(ResetDocument document) => document switch
    {
        { PassTakenBack: true } => PassText.TakenBack,
        { Status: ResetStatus.Withdrawing } => document.PassTakenBack is false ? PassText.NotYetTakenBack : PassText.TakingBack,
        { Status: ResetStatus.Closed } => PassText.Ended,
        { Status: ResetStatus.Done } => PassText.Offer(document.OfferUntil!.Value),
        _ => new($"{PassText.CodeGone.Ko} {PassText.Works(document.PassUntil!.Value).Ko}", $"{PassText.CodeGone.En} {PassText.Works(document.PassUntil!.Value).En}"),
    };

    private static Sentence Password(ResetDocument document) => document switch
    {
        { Status: ResetStatus.Done, ByEvidence: true } => HelpdeskResetText.OfferWithDoubt(document.OfferUntil!.Value),
        { Status: ResetStatus.Done } => HelpdeskResetText.Offer(document.OfferUntil!.Value),
        { OfferUntil: null } => HelpdeskResetText.NoPassword,
        _ => HelpdeskResetText.PasswordGone,
    };

    private static IEnumerable<CardElement> Buttons(ResetDocument document, string language) => document switch
    {
        { Status: ResetStatus.Done, PassId: not null } =>
            [new ActionSet([Button(document, PassText.Show, HelpdeskResetFlow.Reveal), Button(document, PassText.TakeBack, HelpdeskResetFlow.Withdraw)])],
        { Status: ResetStatus.Lapsing } => [new ActionSet([Button(document, PassText.TakeBack, HelpdeskResetFlow.Withdraw)])],
        { Status: ResetStatus.Done } => [new ActionSet([Button(document, HelpdeskResetText.Show, HelpdeskResetFlow.Reveal)])],
        { Status: ResetStatus.Unknown } or { Failure.MayRetry: true } or { Failure.MayExcept: true } or { Status: ResetStatus.Closed, ByEvidence: true } => [new ActionSet(
        [
            Anew(document, HelpdeskResetText.TryAgain, VerbRoute.OfReset(document.Request.Purpose), language),
            .. document.Failure is { MayExcept: true } ? [Anew(document, HelpdeskResetText.AskException, VerbRoute.Exception, language)] : Array.Empty<ExecuteAction>(),
        ])],
        _ => [],
    };

    private static ExecuteAction Anew(ResetDocument document, Sentence title, string verb, string language) =>
        ExecuteAction.For(title.In(language), verb, document.Request.CardKey, (VerbRoute.Subject, document.Request.SubjectId));

    private static ExecuteAction Button(ResetDocument document, Sentence title, string verb) =>
        ExecuteAction.For(title.In(document.Request.Language), verb, document.Request.CardKey, (CardData.Operation, document.Operation));

    private static string Style(ResetDocument document) => document.Status switch
    {
        ResetStatus.Failed => "attention",
        ResetStatus.Unknown or ResetStatus.Reconciling or ResetStatus.Withdrawing => "warning",
        ResetStatus.Closed when IsPass(document) => "default",
        ResetStatus.Opening or ResetStatus.Verifying or ResetStatus.Asked or ResetStatus.Clearing => "emphasis",
        ResetStatus.Calling or ResetStatus.Throttled or ResetStatus.Running or ResetStatus.Revoking => "accent",
        _ => document.ByEvidence ? "warning" : "good",
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
                .. document is { Verification: { } shown, Status: ResetStatus.Closed, Request.Purpose: Purpose.IdentityCheck }
                    ? [new Fact(HelpdeskResetText.ShownBy.In(language), string.Join(", ", shown.Proofs.Select(one => AssuranceText.Proof(one.Proof).In(language))))]
                    : Array.Empty<Fact>(),
                .. document.DoneAt is { } done ? [new Fact((document.ByEvidence ? HelpdeskResetText.ChangedAt : HelpdeskResetText.DoneAt).In(language), When.Local(done))] : Array.Empty<Fact>(),
            ],
        };
    }

    // Who asked spoke in the card's own conversation, so the channel knows them there. The card with the password has none: a refresh would take it away.
    private static CardRefresh? Refresh(ResetDocument document) =>
        CardRefresh.For(VerbRoute.Status, document.Request.CardKey, [document.Request.Requester.ChannelUser], (CardData.Operation, document.Operation));

    private static Activity Card(string language, string summary, IReadOnlyList<CardElement> body, CardRefresh? refresh = null) =>
        new AdaptiveCard { Lang = language, Body = body, Refresh = refresh }.ToMessage(summary);
}
