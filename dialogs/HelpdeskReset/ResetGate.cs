using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Permission;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The first look at a request: may it be made at all. A function of what was read and of the settings.</summary>
internal static class ResetGate
{
    /// <summary>What an agent's request comes to: whoever may only verify does nothing else.</summary>
    public static Purpose Intended(Purpose asked, string agent, ResetOptions options) =>
        options.VerifyOnly.Contains(agent, StringComparer.OrdinalIgnoreCase) ? Purpose.IdentityCheck : asked;

    /// <summary>Why it may not be made.</summary>
    /// <param name="facts">The agent's and the subject's.</param>
    /// <param name="intended">As <see cref="Intended"/> gave it.</param>
    /// <param name="isException">Without verification.</param>
    /// <param name="options">The policy.</param>
    /// <returns>Null where it may.</returns>
    public static ResetFailure? Refusal(ResetFacts facts, Purpose intended, bool isException, ResetOptions options)
    {
        var subject = SubjectClasses.Of(facts, options);
        return Rights(facts, intended, options) switch
        {
            { } failure => failure,
            _ when isException && (options.ExceptionApprovers.Count is 0 || intended is not Purpose.PasswordReset) => ResetStops.NoExceptions,
            _ when options.Levels.Of(subject) is AssuranceLevel.Refused => ResetStops.NoLevel(subject, Person.Name(facts.Subject!), raise: 0),
            _ => null,
        };
    }

    /// <summary>A desk that verifies needs no right to change anybody; everybody else verifies whom they could reset, so that nobody is asked out of curiosity.</summary>
    private static ResetFailure? Rights(ResetFacts facts, Purpose intended, ResetOptions options)
    {
        if (intended is Purpose.IdentityCheck && facts is { Caller: { } agent, Subject: { } subject } && options.VerifyOnly.Contains(agent.Id, StringComparer.OrdinalIgnoreCase))
        {
            return agent.Id == subject.Id ? ResetStops.Yourself : null;
        }

        return ResetPolicy.Decide(facts, intended) switch
        {
            ResetDecision.Refused refused => PassFailures.Refused(refused, intended),
            ResetDecision.CannotTell unknown => ResetFailures.CannotTell(unknown, facts),
            _ => null,
        };
    }
}
