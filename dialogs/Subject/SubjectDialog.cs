using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.Subject;

/// <summary>Finds out whose account is meant: asks whom, looks them up under the asker's rights, asks which of several; gives back a <see cref="FoundSubject"/> or null.</summary>
internal sealed class SubjectDialog(GraphClient graph) : WaterfallDialog<SubjectOptions>(DialogIds.Subject)
{
    /// <summary>People offered at once; more of them would not be read.</summary>
    private const int MostOffered = 5;

    private const int MostMisses = 3;

    protected override JsonTypeInfo<SubjectOptions> StateType => DialogsJson.Wire.SubjectOptions;

    protected override IReadOnlyList<WaterfallStep<SubjectOptions>> Steps =>
    [
        new(nameof(AskWhom), AskWhom),
        new(nameof(SignIn), SignIn),
        new(nameof(Find), Find),
        new(nameof(TakeChoice), TakeChoice),
        new(nameof(SignInAgain), SignInAgain),
        new(nameof(Give), Give),
    ];

    private static StepOutcome<SubjectOptions> AskWhom(WaterfallStepContext<SubjectOptions> step) => step.State switch
    {
        { SubjectId: not null } => step.GoTo(nameof(SignInAgain), step.State),
        { Words: { } words } => step.Next(step.State, words),
        _ => step.Prompt(DialogIds.Words, new PromptOptions { Prompt = Speech.Message(SubjectText.Whom(step.State.ForReset).In(step.Turn.Language)) }, step.State),
    };

    private static StepOutcome<SubjectOptions> SignIn(WaterfallStepContext<SubjectOptions> step) => step.Result is string words
        ? step.Begin(DialogIds.SignIn, null, step.State with { Words = words.Trim() })
        : GiveUp(step);

    private async Task<StepOutcome<SubjectOptions>> Find(WaterfallStepContext<SubjectOptions> step, CancellationToken cancellationToken)
    {
        if (step.Result is not SignedInPerson { Token: var token } asker)
        {
            return step.End();
        }

        if (IsStranger(step, asker))
        {
            return step.End();
        }

        var words = step.State.Words!;
        switch (await SearchAsync(token, words, cancellationToken))
        {
            case GraphResult<UserHits>.Ok { Value.Users: [var only] }:
                return step.End(new FoundSubject(only, asker));
            case GraphResult<UserHits>.Ok { Value: { Users: { Count: > 1 } } hits }:
                return step.Prompt(DialogIds.Choice, Offer(hits, words, step.Turn.Language), step.State);
            case GraphResult<UserHits>.Failed { Error: var error }:
                step.Turn.Say(SubjectText.Unread(CardText.Shown(words), GraphErrorText.Sentence(error)));
                return step.End();
        }

        step.Turn.Say(SubjectText.Nobody(CardText.Shown(words)));
        return step.State.Misses + 1 < MostMisses
            ? step.GoTo(nameof(AskWhom), step.State with { Words = null, Misses = step.State.Misses + 1 })
            : GiveUp(step);
    }

    /// <summary>«박준의» may be a name of three syllables, or one of two with a particle: whoever exists is meant.</summary>
    private async Task<GraphResult<UserHits>> SearchAsync(GraphToken token, string words, CancellationToken cancellationToken)
    {
        var hits = await graph.FindUsersAsync(token, words, MostOffered, cancellationToken);
        return hits is GraphResult<UserHits>.Ok { Value.Users: [] } && words is [_, _, .., '의' or '은' or '는' or '이' or '가' or '을' or '를']
            ? await graph.FindUsersAsync(token, words[..^1], MostOffered, cancellationToken)
            : hits;
    }

    private static StepOutcome<SubjectOptions> TakeChoice(WaterfallStepContext<SubjectOptions> step) => step switch
    {
        { Result: Choice { Value: SubjectText.NoneOfThem } } => step.GoTo(nameof(AskWhom), step.State with { Words = null }),
        { Result: Choice choice } => step.Next(step.State with { SubjectId = choice.Value }),
        _ => GiveUp(step),
    };

    // A choice may take hours, and the token of before is gone with its turn.
    private static StepOutcome<SubjectOptions> SignInAgain(WaterfallStepContext<SubjectOptions> step) => step.Begin(DialogIds.SignIn, null, step.State);

    private async Task<StepOutcome<SubjectOptions>> Give(WaterfallStepContext<SubjectOptions> step, CancellationToken cancellationToken)
    {
        if (step.Result is not SignedInPerson asker)
        {
            return step.End();
        }

        if (IsStranger(step, asker))
        {
            return step.End();
        }

        switch (await graph.GetUserAsync(asker.Token, step.State.SubjectId!, cancellationToken))
        {
            case GraphResult<DirectoryUser>.Ok user:
                return step.End(new FoundSubject(user.Value, asker));
            case GraphResult<DirectoryUser>.Failed failed:
                step.Turn.Say(failed.Error.Kind is GraphErrorKind.NotFound ? SubjectText.Gone : GraphErrorText.Sentence(failed.Error));
                break;
        }

        return step.End();
    }

    /// <summary>A guest of the tenant has nobody reset here, and hears nothing about who is in it.</summary>
    private static bool IsStranger(WaterfallStepContext<SubjectOptions> step, SignedInPerson asker)
    {
        var stranger = step.State.ForReset && asker.Me.IsGuest;
        if (stranger)
        {
            step.Turn.Say(SubjectText.NotForGuests);
            Suspicion.Raise(step.Turn, SuspicionKind.GuestAsked, operation: null);
        }

        return stranger;
    }

    private static StepOutcome<SubjectOptions> GiveUp(WaterfallStepContext<SubjectOptions> step)
    {
        step.Turn.Say(SubjectText.GaveUp);
        return step.End();
    }

    private static PromptOptions Offer(UserHits hits, string words, string language) => new()
    {
        Prompt = Speech.Message(SubjectText.Which(CardText.Plain(words, 60), hits.More).In(language)),
        Choices =
        [
            .. hits.Users.Select(user => new Choice(user.Id, SubjectText.Title(user), user.UserPrincipalName is { } upn ? [upn, upn.Split('@')[0]] : null)),
            new Choice(SubjectText.NoneOfThem, SubjectText.None.In(language)),
        ],
    };
}
