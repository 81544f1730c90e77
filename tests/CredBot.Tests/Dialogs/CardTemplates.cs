using System.Text;
using System.Text.Json;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs;
using CredBot.Dialogs.AdminCheck;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.BladeMissing;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Faq;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Hybrid;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.LicenceCheck;
using CredBot.Dialogs.MyRights;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.OwnError;
using CredBot.Dialogs.ResetPassword;
using CredBot.Dialogs.Root;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.Safeguards;
using CredBot.Dialogs.StillCannotSignIn;
using CredBot.Dialogs.Verification;
using CredBot.Dialogs.WhoCanReset;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;
using CredBot.Tests.Bot;
using CredBot.Tests.Conformance;
using CredBot.Tests.Graph.Rules;
using CredBot.Tests.Stories.Reset;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Dialogs;

/// <summary>Every card that is ever sent, drawn with the longest names, reasons and lists that can stand on it.</summary>
public sealed class CardTemplates
{
    /// <summary>What webhooks and the least of Teams' own limits take.</summary>
    private const int Limit = 28 * 1024;

    private const string Key = "0123456789abcdef01234567-reset";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Longer than a directory allows, and of characters that Markdown makes longer still.
    private static readonly string LongName = string.Concat(Enumerable.Repeat("*김[", 200));
    private static readonly string LongReason = string.Concat(Enumerable.Repeat("`휴가", 300));

    private static readonly ServiceProvider Services = new ServiceCollection().AddKnowledge().AddDialogs().BuildServiceProvider();

    private static readonly DirectoryUser LongUser = new()
    {
        Id = "33333333-3333-4333-8333-333333333333", DisplayName = LongName, UserPrincipalName = LongName + "@hanbit.example", UserType = "Member", AccountEnabled = true,
        LastPasswordChange = Now.AddYears(-3),
    };

    private static readonly RoleAssignment[] EveryRole = [.. typeof(People).GetFields()
        .Where(static field => field is { IsLiteral: true, FieldType: { } type } && type == typeof(string))
        .Select(static field => new RoleAssignment { RoleId = (string)field.GetRawConstantValue()! })];

    private static readonly DirectoryUnit[] ManyUnits = [.. Enumerable.Range(0, 10).Select(static number => new DirectoryUnit($"{number}", LongName, IsRestricted: true))];
    private static readonly ProtectingGroup[] ManyGroups = [.. Enumerable.Range(0, 10).Select(static number => new ProtectingGroup($"{number}", LongName))];

    public static TheoryData<string> Languages => ["ko", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    [Statement(123)]
    public void Every_Card_Declares_A_Version_That_Teams_Renders_And_A_Fallback_And_Asks_For_No_Password(string language)
    {
        foreach (var (name, card) in All(language))
        {
            Assert.True(Version.Parse(card.GetProperty("version").GetString()!) <= new Version(1, 5), name);
            Assert.False(string.IsNullOrWhiteSpace(card.GetProperty("fallbackText").GetString()), name);
            foreach (var element in Objects(card.GetProperty("body")))
            {
                var type = element.TryGetProperty("type", out var told) && told.ValueKind is JsonValueKind.String ? told.GetString() : null;
                Assert.False(type is "Input.Text" && element.TryGetProperty("style", out var style) && "password".Equals(style.GetString(), StringComparison.OrdinalIgnoreCase), name);
                Assert.True(type is not "Action.Execute" || element.GetProperty("fallback").GetProperty("type").GetString() is "Action.Submit", name);
            }
        }
    }

    /// <summary>The only field of all cards takes the number that an agent reads aloud, and nothing but six digits.</summary>
    [Fact]
    [Statement(123)]
    public void No_Card_Has_A_Field_To_Type_A_Secret_Into()
    {
        var inputs = typeof(CardElement).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(CardElement)) && type.Name.Contains("Input", StringComparison.Ordinal));
        Assert.Equal([typeof(TextInput)], inputs);

        var fields = new[] { "ko", "en" }.SelectMany(All).SelectMany(static card => Objects(card.Card.GetProperty("body")))
            .Where(static element => element.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() is "Input.Text").ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, static field => Assert.Equal(("number", "^ *[0-9]{3} *[0-9]{3} *$"), (field.GetProperty("id").GetString(), field.GetProperty("regex").GetString())));
    }

    /// <summary>Where a link of any card may lead: Microsoft's own hosts. A name or an address from outside is never part of a host.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    [Security(31)]
    public void Every_Link_Leads_To_A_Host_Of_The_List(string language)
    {
        var links = All(language).SelectMany(static card => Objects(card.Card)).Where(static element => element.TryGetProperty("url", out _))
            .Select(static element => new Uri(element.GetProperty("url").GetString()!)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, static link => Assert.True(link.Scheme is "https" && Hosts.Contains(link.Host), link.OriginalString));
    }

    private static readonly string[] Hosts =
    [
        "admin.microsoft.com", "aka.ms", "entra.microsoft.com", "learn.microsoft.com", "login.microsoftonline.com", "myaccount.microsoft.com", "mysignins.microsoft.com", "passwordreset.microsoftonline.com",
        "support.microsoft.com",
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    [Statement(124)]
    public void Every_Card_Stays_Below_28_KB_However_Long_The_Names(string language)
    {
        foreach (var (name, card) in All(language))
        {
            var text = card.GetRawText();
            Assert.True(Encoding.UTF8.GetByteCount(text) < Limit, $"{name}: {Encoding.UTF8.GetByteCount(text)} bytes of UTF-8");
            Assert.True(text.Length * sizeof(char) < Limit, $"{name}: {text.Length * sizeof(char)} bytes of UTF-16");
            // As the answer to a click, with all that is not ASCII escaped.
            Assert.True(JsonSerializer.SerializeToUtf8Bytes(card).Length < Limit, $"{name}: {JsonSerializer.SerializeToUtf8Bytes(card).Length} bytes, escaped");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_Card_But_The_One_That_Shows_It_Once_Has_A_Place_For_A_Password(string language) =>
        Assert.Equal(["number", "password"], All(language).Where(static drawn => drawn.Card.GetRawText().Contains("Monospace", StringComparison.Ordinal)).Select(static drawn => drawn.Name));

    private static IEnumerable<(string Name, JsonElement Card)> All(string language) =>
        Messages(language).Select(static drawn => (drawn.Name, drawn.Message.Attachments![0].Content!.Value));

    private static IEnumerable<(string Name, Activity Message)> Messages(string language) =>
        [.. Rooted(language), .. Answers(language), .. Logs(language), .. Verdicts(language), .. Rights(language), .. Resets(language), .. Choices(language)];

    private static IEnumerable<(string, Activity)> Rooted(string language)
    {
        var intents = Services.GetRequiredService<IntentRoutes>();
        yield return ("help", RootCards.Help(intents.Samples, language, Key));
        yield return ("nearest", RootCards.Nearest(intents.Samples, language, Key));
        yield return ("chosen", RootCards.Chosen(intents.Samples.First(), language));
    }

    private static IEnumerable<(string, Activity)> Answers(string language)
    {
        var corpus = Services.GetRequiredService<FaqCorpus>();
        foreach (var entry in corpus.Entries.Where(entry => entry.Language == language))
        {
            yield return ($"faq {entry.Id}", FaqCards.Answer(entry, instead: true, language, Key));
            yield return ($"general {entry.Id}", DiagnosisCards.General(entry));
        }

        var longest = corpus.Entries.Where(entry => entry.Language == language).MaxBy(static entry => entry.Answer.Length)!;
        var account = new ResetPasswordFacts
        {
            User = LongUser,
            Methods = [MyMethods.Phone, MyMethods.Email, MyMethods.Authenticator, MyMethods.SoftwareOath, MyMethods.Fido2, MyMethods.WindowsHello, MyMethods.TemporaryAccessPass, MyMethods.Other],
        };
        foreach (var verdict in Enum.GetValues<ResetPasswordVerdict>())
        {
            yield return ($"way {verdict}", DiagnosisCards.Draw(ResetPasswordCards.Way(account, verdict, language, Now), longest, language, Key, Now));
        }
    }

    /// <summary>The diagnoses that look at logs, with everything they could say of somebody with long names.</summary>
    private static IEnumerable<(string, Activity)> Logs(string language)
    {
        var corpus = Services.GetRequiredService<FaqCorpus>();
        var longest = corpus.Entries.Where(entry => entry.Language == language).MaxBy(static entry => entry.Answer.Length)!;
        var known = ErrorCodes.Load().Find("AADSTS50053");
        var error = new GraphError { Kind = GraphErrorKind.Forbidden, Status = 403, Code = "Authentication_RequestFromUnsupportedUserRole", RequestId = Guid.Empty.ToString() };
        Unseen[] unseen = [.. Enumerable.Range(0, 4).Select(_ => new Unseen(OwnErrorText.TheAudits, error, Readers.OfReports))];
        var attempt = new SignInAttempt { At = Now.AddMinutes(-5), ErrorCode = 50053, App = new string('a', 300) };
        var change = new AuditRecord { At = Now.AddHours(-1), Activity = AuditRecord.ResetInCloud, Succeeded = true, By = LongUser.DisplayName };
        var user = LongUser with { OnPremisesSyncEnabled = true, LastPasswordChange = Now.AddHours(-1), SessionsValidFrom = Now, OnPremisesLastSync = Now };
        var own = new OwnErrorFacts { User = user, SignIns = [attempt], Unseen = unseen };
        foreach (var verdict in Enum.GetValues<OwnErrorVerdict>())
        {
            var conclusion = new OwnErrorConclusion(verdict, new(verdict, Now, new string('*', 300)));
            yield return ($"error {verdict}", DiagnosisCards.Draw(OwnErrorCards.Cause(own, conclusion, known, Now), longest, language, Key, Now));
        }

        var hybrid = new HybridFacts { Organization = new() { Id = "t", OnPremisesLastSync = Now }, Plans = new([]), Switches = [change], Features = new(true), Unseen = unseen };
        foreach (var verdict in Enum.GetValues<HybridVerdict>())
        {
            yield return ($"hybrid {verdict}", DiagnosisCards.Draw(HybridCards.State(hybrid, verdict, Now), longest, language, Key, Now));
        }

        var still = new StillCannotSignInFacts { User = user, SignIns = [attempt], Audits = [change], Risk = new(true, "high", Now), Unseen = unseen };
        foreach (var verdict in Enum.GetValues<StillCannotSignInVerdict>())
        {
            yield return ($"still {verdict}", DiagnosisCards.Draw(StillCannotSignInCards.Cause(still, verdict, known, Now), longest, language, Key, Now));
        }
    }

    private static IEnumerable<(string, Activity)> Verdicts(string language)
    {
        var facts = People.Facts() with { CallerRoles = EveryRole, SubjectRoles = EveryRole };
        ResetDecision[] decisions =
        [
            new ResetDecision.Allowed(EveryRole[0], ResetNotes.WritesBack | ResetNotes.AccountDisabled),
            new ResetDecision.CannotTell(Enum.GetValues<ResetFact>()),
            .. Enum.GetValues<ResetRefusal>().Select(Refusal),
        ];
        foreach (var decision in decisions)
        {
            var check = new AdminCheckFacts
            {
                Reset = facts with { Subject = LongUser, SubjectGroups = [.. ManyGroups], SubjectUnits = [.. ManyUnits], CallerEligibleRoles = EveryRole },
                Decision = decision,
            };
            foreach (var question in Enum.GetValues<AdminCheckQuestion>())
            {
                var finding = AdminCheckCards.Answer(question, check, AdminCheckRules.Decide(check));
                yield return ($"{question} {decision}", DiagnosisCards.Draw(finding, Longest(language), language, Key, Now));
            }

            if (decision is ResetDecision.Refused refused)
            {
                yield return ($"refused {refused.Reason}", HelpdeskResetCards.Refusal(LongUser, ResetFailures.Refused(refused), language));
            }
        }
    }

    private static IEnumerable<(string, Activity)> Rights(string language)
    {
        var subject = People.Facts() with { Subject = LongUser, SubjectRoles = EveryRole, SubjectUnits = [.. ManyUnits] };
        var named = new WhoCanResetFacts
        {
            Subject = subject with { SubjectRoles = [] },
            Roles = [.. EveryRole.Select(static role => role.RoleId)],
            Holders = [.. Enumerable.Range(0, 10).Select(static number => new RoleHolder(People.Holds(People.Global), $"{number}", LongName, LongUser with { Id = $"{number}" }, IsGroup: false))],
        };
        var mine = new MyRightsFacts { User = LongUser, Active = EveryRole, Eligible = EveryRole };
        var bought = new LicenceCheckFacts
        {
            Subject = LongUser, Plans = new(["AAD_PREMIUM"]), Bought = [.. Enumerable.Repeat(new BoughtSku(LongName, IsUsable: true, 5000, 4000, new(["AAD_PREMIUM_P2"])), 20)],
        };
        var page = new BladeMissingFacts { User = LongUser, Plans = new([]), TenantPlans = new([]), Roles = EveryRole };
        (string Name, Finding Finding)[] findings =
        [
            .. Enum.GetValues<WhoCanResetVerdict>().Select(verdict => ($"who {verdict}", WhoCanResetCards.Answer(named, verdict))),
            .. Enum.GetValues<MyRightsVerdict>().Select(verdict => ($"rights {verdict}", MyRightsCards.Answer(mine, verdict))),
            .. Enum.GetValues<LicenceCheckVerdict>().Select(verdict => ($"licence {verdict}", LicenceCheckCards.Answer(bought, verdict))),
            .. Enum.GetValues<BladeMissingVerdict>().Select(verdict => ($"blade {verdict}", BladeMissingCards.Answer(page, verdict))),
        ];
        return findings.Select(drawn => (drawn.Name, DiagnosisCards.Draw(drawn.Finding, Longest(language), language, Key, Now)));
    }

    private static FaqEntry Longest(string language) =>
        Services.GetRequiredService<FaqCorpus>().Entries.Where(entry => entry.Language == language).MaxBy(static entry => entry.Answer.Length)!;

    private static ResetDecision.Refused Refusal(ResetRefusal reason) => new(reason)
    {
        CallerRoles = EveryRole,
        BlockingRole = EveryRole[0],
        BlockingGroup = new ProtectingGroup("44444444-4444-4444-8444-444444444444", LongName),
        BlockingUnits = [.. ManyUnits],
        RolesThatWould = [.. EveryRole.Select(static role => role.RoleId)],
    };

    private static IEnumerable<(string, Activity)> Resets(string language)
    {
        var (name, address, reason) = (Person.Name(LongUser), Person.Address(LongUser), CardText.Shown(LongReason, 500));
        var state = new HelpdeskResetState
        {
            SubjectId = LongUser.Id, SubjectName = name, SubjectAddress = address, Reason = reason, Synced = true, MayGetPass = true, CardKey = Key,
        };
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            yield return ($"preview {purpose}", HelpdeskResetCards.Preview(state with { Purpose = purpose }, AssuranceLevel.TwoPersons, "reset-0123456789abcdef01234567", language));
        }

        yield return ("not done", HelpdeskResetCards.NotDone(state, language));
        foreach (var status in Enum.GetValues<ResetStatus>())
        {
            var document = Document(status, name, address, reason, language);
            var pass = document with { Request = document.Request with { Purpose = Purpose.TemporaryAccessPass }, PassId = "id", PassUntil = Now };
            foreach (var shown in status is ResetStatus.Lapsing or ResetStatus.Withdrawing ? [pass] : new[] { document, pass })
            {
                yield return ($"{shown.Request.Purpose} {status}", HelpdeskResetCards.Live(shown));
                yield return ($"{shown.Request.Purpose} of somebody else, {status}", HelpdeskResetCards.ForOthers(shown));
            }
        }

        foreach (var proof in Enum.GetValues<Proof>())
        {
            var verification = Verification(proof, name, address, language);
            yield return ($"verification {proof}", VerificationCards.ForAgent(verification));
            yield return ($"question {proof}", VerificationCards.Question(verification, verification.Asked[0], language));
            yield return ($"answered {proof}", VerificationCards.Answered(verification, VerificationText.Stopped, language));
        }

        var ask = new SafeguardAsk { Operation = "reset-0123456789abcdef01234567", Tenant = LongUser.Id, Agent = LongUser.Id, Subject = LongUser.Id, Purpose = Purpose.PasswordReset };
        foreach (var refusal in Enum.GetValues<SafeguardRefusal>())
        {
            yield return ($"alarm {refusal}", SafeguardsCards.Refused(ask, refusal, language));
            yield return ($"stopped {refusal}", HelpdeskResetCards.Live(Document(ResetStatus.Failed, name, address, reason, language) with { Failure = ResetStops.Stopped(refusal) }));
        }

        var objection = new Objection(LongUser.Id, ask.Operation, LongUser.Id);
        yield return ("objected", SafeguardsCards.Objected(objection, new Freeze(objection.Subject, objection.Operation, Now), language));
        yield return ("threat", SafeguardsCards.Switched(new SafeguardsDocument { Id = "x", Tenant = "t", Threat = 1 }, LongUser.Id, language));
        yield return ("notice", HelpdeskResetCards.Notice(Document(ResetStatus.Closed, name, address, reason, language), language));
        yield return ("notice of the manager", HelpdeskResetCards.ManagerNotice(Document(ResetStatus.Unknown, name, address, reason, language), language));
        yield return ("objection", HelpdeskResetCards.Objected(language));
        yield return ("number", VerificationCards.WithNumber(Verification(Proof.NumberMatch, name, address, language), "123456"));
        yield return ("password", HelpdeskResetCards.WithPassword(Document(ResetStatus.Shown, name, address, reason, language), new string('W', 256)));
    }

    private static VerificationDocument Verification(Proof proof, string name, string address, string language) => new()
    {
        Id = "reset-0123456789abcdef01234567:verification",
        Status = VerificationStatus.Waiting,
        Wanted = [proof],
        Asked = [new AskedPerson(LongUser.Id, name), new AskedPerson(LongUser.Id, name)],
        Until = Now,
        Request = new VerificationRequest
        {
            Requester = new Requester { Tenant = "t", Id = "agent", ChannelUser = "29:1x", Channel = "msteams" },
            RequesterName = name, SubjectName = name, Language = language, CardKey = Key, AskedAt = Now,
            Facts = new RequestFacts("reset-0123456789abcdef01234567", Purpose.PasswordReset, "agent", LongUser.Id, address, SubjectClass.Vip, AssuranceLevel.TwoPersons, "01234567"),
        },
    };

    private static ResetDocument Document(ResetStatus status, string name, string address, string reason, string language) => new()
    {
        Operation = "reset-0123456789abcdef01234567",
        Status = status,
        ByEvidence = true,
        SessionsRevoked = false,
        Failure = ResetFailures.Refused(Refusal(ResetRefusal.RestrictedUnit)) with { MayRetry = true },
        RetryAt = Now, OfferUntil = Now, RedactAt = Now, DoneAt = Now,
        Request = new ResetRequest
        {
            Requester = new Requester { Tenant = "t", Id = "agent", ChannelUser = $"29:1{new string('x', 90)}", Channel = "msteams" },
            SubjectId = LongUser.Id, SubjectName = name, SubjectAddress = address, Synced = true, Reason = reason, Language = language, CardKey = Key, AskedAt = Now,
        },
    };

    /// <summary>The layer's own card: a question with as many buttons as people are offered, and what it becomes.</summary>
    private static IEnumerable<(string, Activity)> Choices(string language)
    {
        var prompt = new ChoicePrompt("choice");
        var options = new PromptOptions
        {
            Prompt = Speech.Message(new string('가', 300)) with { Locale = language },
            Choices = [.. Enumerable.Range(0, 6).Select(static number => new Choice($"{number}", LongName))],
        };
        var asked = Turns.Says("x");
        prompt.BeginAsync(new DialogContext(new DialogSet([prompt]), asked), JsonSerializer.SerializeToElement(options, DialogJson.Wire.PromptOptions), default).GetAwaiter().GetResult();
        yield return ("choice", asked.Effects.OfType<CredBot.Bot.Builder.Effect.Send>().Single().Activity);
    }

    private static IEnumerable<JsonElement> Objects(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => [json, .. json.EnumerateObject().SelectMany(static member => Objects(member.Value))],
        _ => [],
    };
}
