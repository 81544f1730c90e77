using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Verification;

/// <summary>Draws a verification: one card for the agent that follows it, and one question for each person who is asked.</summary>
internal static class VerificationCards
{
    /// <summary>Id of the field that the number is typed into.</summary>
    public const string NumberField = "number";

    /// <summary>Member of a button's data: what the answer is bound to.</summary>
    public const string BindingData = "binding";

    /// <summary>The agent's card as it stands, without the number.</summary>
    public static Activity ForAgent(VerificationDocument document) => ForAgent(document, null);

    /// <summary>The agent's card with the number. It is sent and stored nowhere.</summary>
    public static Activity WithNumber(VerificationDocument document, string number) => ForAgent(document, number);

    private static Activity ForAgent(VerificationDocument document, string? number)
    {
        var language = document.Request.Language;
        var headline = VerificationText.Headline(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "emphasis"),
            .. number is null ? Array.Empty<CardElement>() : NumberBlock(number, language),
            new TextBlock(State(document).In(language)),
            new FactSet([.. Facts(document, language)]),
            .. Buttons(document, language),
        ]);
    }

    /// <summary>What somebody is asked for the present proof.</summary>
    public static Activity Question(VerificationDocument document, AskedPerson person, string language)
    {
        var headline = VerificationText.Question(document).In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "warning"),
            new FactSet(
            [
                new Fact(VerificationText.Agent.In(language), document.Request.RequesterName),
                new Fact(VerificationText.What.In(language), VerificationText.Purpose(document.Request.Facts.Purpose).In(language)),
                new Fact(VerificationText.Person.In(language), document.Request.SubjectName),
                new Fact(VerificationText.Account.In(language), document.Request.Facts.SubjectAddress),
                document.Current is Proof.Exception
                    ? new Fact(VerificationText.Reason.In(language), CardText.Plain(document.Request.Reason, 500))
                    : new Fact(VerificationText.Level.In(language), AssuranceText.Level(document.Request.Facts.Level).In(language)),
                new Fact(VerificationText.Until.In(language), When.Local(document.Until)),
            ]),
            new TextBlock(Advice(document).In(language)) { Weight = "Bolder" },
            .. document.Current is Proof.NumberMatch ? [NumberInput(language)] : Array.Empty<CardElement>(),
            new ActionSet([.. Answers(document, VerificationFlow.NoticeId(document, person.Id), language)]),
        ]);
    }

    /// <summary>The question after it was answered: nothing is left to press.</summary>
    public static Activity Answered(VerificationDocument document, Sentence outcome, string language)
    {
        var headline = outcome.In(language);
        return Card(language, headline,
        [
            Container.Headline(headline, "default"),
            new FactSet(
            [
                new Fact(VerificationText.Agent.In(language), document.Request.RequesterName),
                new Fact(VerificationText.What.In(language), VerificationText.Purpose(document.Request.Facts.Purpose).In(language)),
                new Fact(VerificationText.Person.In(language), document.Request.SubjectName),
            ]),
        ]);
    }

    private static CardElement[] NumberBlock(string number, string language) =>
    [
        new TextBlock(VerificationText.Number.In(language)) { Weight = "Bolder" },
        new RichTextBlock([new TextRun($"{number[..3]} {number[3..]}") { FontType = "Monospace", Size = "ExtraLarge", Weight = "Bolder" }]),
    ];

    private static TextInput NumberInput(string language) => new(VerificationText.YourNumber.In(language))
    {
        Id = NumberField, IsRequired = true, MaxLength = 7, Regex = "^ *[0-9]{3} *[0-9]{3} *$", ErrorMessage = VerificationText.SixDigits.In(language),
    };

    private static Sentence State(VerificationDocument document) =>
        document.Status is VerificationStatus.Waiting ? VerificationText.Waiting(document) : VerificationText.Preparing;

    private static IEnumerable<Fact> Facts(VerificationDocument document, string language)
    {
        yield return new(VerificationText.Person.In(language), document.Request.SubjectName);
        yield return new(VerificationText.Account.In(language), document.Request.Facts.SubjectAddress);
        yield return new(VerificationText.Level.In(language), AssuranceText.Level(document.Request.Facts.Level).In(language));
        if (document.Proven.Count > 0)
        {
            yield return new(VerificationText.Done.In(language), string.Join(", ", document.Proven.Select(one => AssuranceText.Proof(one.Proof).In(language))));
        }

        if (document.Status is VerificationStatus.Waiting)
        {
            yield return new(VerificationText.Until.In(language), When.Local(document.Until));
        }
    }

    private static IEnumerable<CardElement> Buttons(VerificationDocument document, string language)
    {
        var manager = document is { Status: VerificationStatus.Waiting, Current: { } current } && AssurancePolicy.MayBeVouchedFor(current, document.Wanted);
        yield return new ActionSet(
        [
            .. manager ? [Button(VerificationText.NoTeams, VerificationVerbs.Manager)] : Array.Empty<CardButton>(),
            Button(VerificationText.StopIt, VerificationVerbs.Stop),
        ]);

        ExecuteAction Button(Sentence title, string verb) => ExecuteAction.For(title.In(language), verb, document.Request.CardKey, (CardData.Operation, document.Id));
    }

    private static Sentence Advice(VerificationDocument document) => document.Current switch
    {
        Proof.ManagerVouched => VerificationText.SpeakFirst,
        Proof.SecondPerson => VerificationText.SecondPair,
        Proof.Exception => VerificationText.Unverified,
        _ => VerificationText.NeverTell,
    };

    private static IEnumerable<CardButton> Answers(VerificationDocument document, string key, string language)
    {
        var (yes, no, verb) = document.Current switch
        {
            Proof.NumberMatch => (VerificationText.Send, VerificationText.NotMe, VerificationVerbs.Type),
            Proof.Session => (VerificationText.ItIsMe, VerificationText.NotMe, VerificationVerbs.Confirm),
            Proof.ManagerVouched => (VerificationText.Vouch, VerificationText.NoVouch, VerificationVerbs.Vouch),
            _ => (VerificationText.Approve, VerificationText.Refuse, VerificationVerbs.Approve),
        };
        yield return Button(yes, verb) with { Style = "positive" };
        yield return Button(no, VerificationVerbs.Deny) with { Style = "destructive" };

        ExecuteAction Button(Sentence title, string name) =>
            ExecuteAction.For(title.In(language), name, key, (CardData.Operation, document.Id), (BindingData, document.Binding));
    }

    private static Activity Card(string language, string headline, IReadOnlyList<CardElement> body) =>
        new AdaptiveCard { Lang = language, Body = body }.ToMessage(headline);
}
