using CredBot.Dialogs.Assurance;

namespace CredBot.Dialogs.Routing;

/// <summary>What was shown about a request, and for how long it holds. Good for the one operation it names and for nothing else.</summary>
/// <param name="Binding">See <see cref="AssurancePolicy.Bind"/>.</param>
/// <param name="Proofs">In the order they came.</param>
/// <param name="At">When the last one came.</param>
/// <param name="Until">Void from then on.</param>
internal sealed record VerificationRecord(string Binding, IReadOnlyList<Proven> Proofs, DateTimeOffset At, DateTimeOffset Until);

/// <summary>One proof.</summary>
/// <param name="Proof">What was shown.</param>
/// <param name="By">Object id of who showed it, from their own authenticated activity.</param>
/// <param name="At">When.</param>
internal sealed record Proven(Proof Proof, string By, DateTimeOffset At);
