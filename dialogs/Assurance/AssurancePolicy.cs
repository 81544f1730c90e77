using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CredBot.Dialogs.Assurance;

/// <summary>Which level a request needs, and by what it is reached. The same function explains, refuses early, and guards the act.</summary>
internal static class AssurancePolicy
{
    /// <summary>The level that a request needs.</summary>
    /// <param name="subject">The subject's class.</param>
    /// <param name="raise">Levels on top: for a recent reset of the same person, for a raised threat.</param>
    /// <param name="options">The policy.</param>
    /// <returns><see cref="AssuranceLevel.Refused"/> where none is enough.</returns>
    public static AssuranceLevel Level(SubjectClass subject, int raise, ResetOptions options) =>
        (AssuranceLevel)Math.Min((int)options.Levels.Of(subject) + raise, (int)AssuranceLevel.Refused);

    /// <summary>What has to be shown for a level, in this order.</summary>
    /// <param name="level">Not <see cref="AssuranceLevel.Refused"/>.</param>
    /// <param name="purpose">What replaces every method takes two proofs that do not depend on each other.</param>
    /// <remarks>Source: NIST SP 800-63B-4 §4.2: two proofs, or one and a remaining factor; a new password leaves the other factors in place, a Temporary Access Pass does not.</remarks>
    public static IReadOnlyList<Proof> Proofs(AssuranceLevel level, Purpose purpose) => (level, purpose) switch
    {
        (AssuranceLevel.Refused, _) => throw new ArgumentOutOfRangeException(nameof(level), level, "Nothing is enough for it."),
        (AssuranceLevel.TwoPersons, Purpose.TemporaryAccessPass) => [Proof.NumberMatch, Proof.ManagerVouched, Proof.SecondPerson],
        (_, Purpose.TemporaryAccessPass) => [Proof.NumberMatch, Proof.ManagerVouched],
        (AssuranceLevel.Session, _) => [Proof.Session],
        (AssuranceLevel.NumberMatch, _) => [Proof.NumberMatch],
        (AssuranceLevel.ManagerVouches, _) => [Proof.ManagerVouched],
        _ => [Proof.NumberMatch, Proof.SecondPerson],
    };

    /// <summary>What has to be shown about a request.</summary>
    public static IReadOnlyList<Proof> Proofs(RequestFacts facts) => facts.IsException ? [Proof.Exception] : Proofs(facts.Level, facts.Purpose);

    /// <summary>Whether a proof may be left out for the manager's word: the caller cannot use Teams, and the manager stands higher.</summary>
    public static bool MayBeVouchedFor(Proof proof, IReadOnlyList<Proof> wanted) =>
        proof is Proof.Session or Proof.NumberMatch && !wanted.Contains(Proof.ManagerVouched);

    /// <summary>Names the policy in the audit: the same settings have the same version, eight hex digits.</summary>
    public static string Version(ResetOptions options) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(options, DialogsJson.Wire.ResetOptions)))[..8];

    /// <summary>What a decision or an approval is bound to: change any of it, and it is void.</summary>
    /// <returns>32 hex digits.</returns>
    public static string Bind(RequestFacts facts)
    {
        var text = string.Join('\n', facts.Operation, facts.Purpose, facts.Requester, facts.SubjectId, facts.SubjectAddress, facts.Class, facts.Level, facts.PolicyVersion);
        text = facts.IsException ? $"{text}\nexception" : text;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
