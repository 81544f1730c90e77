using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What a request would come to, decided by the very functions that decide when it is made.</summary>
internal sealed record Forecast
{
    /// <summary>Why it would end before anything is done; null where it would go on.</summary>
    public ResetFailure? Failure { get; init; }
    public required Purpose Intended { get; init; }
    public required SubjectClass Class { get; init; }

    /// <summary>The level it would need; with a failure the level that is out of reach, or none was looked for.</summary>
    public required AssuranceLevel Level { get; init; }

    /// <summary>What would have to be shown, in this order; empty where nothing is enough.</summary>
    public IReadOnlyList<Proof> Proofs { get; init; } = [];

    /// <summary>The agent could give a pass instead.</summary>
    public bool MayGetPass { get; init; }

    /// <param name="facts">The agent's and the subject's.</param>
    /// <param name="agent">Object id.</param>
    /// <param name="safeguards">What they would say; null where the asker is not told.</param>
    /// <param name="options">The policy.</param>
    public static Forecast Of(ResetFacts facts, string agent, SafeguardForecast? safeguards, ResetOptions options)
    {
        var subject = SubjectClasses.Of(facts, options);
        var intended = ResetGate.Intended(Purpose.PasswordReset, agent, options);
        var raise = safeguards?.Raise ?? 0;
        var level = AssurancePolicy.Level(subject, raise, options);
        var failure = ResetGate.Refusal(facts, intended, isException: false, options)
            ?? (safeguards?.Refusal is { } refusal ? ResetStops.Stopped(refusal) : null)
            ?? (level is AssuranceLevel.Refused ? ResetStops.NoLevel(subject, Permission.Person.Name(facts.Subject!), raise) : null);
        return new()
        {
            Failure = failure,
            Intended = intended,
            Class = subject,
            Level = level,
            Proofs = level is AssuranceLevel.Refused ? [] : AssurancePolicy.Proofs(level, intended),
            MayGetPass = failure is null && Permission.ResetPolicy.Decide(facts, Purpose.TemporaryAccessPass) is ResetDecision.Allowed,
        };
    }
}
