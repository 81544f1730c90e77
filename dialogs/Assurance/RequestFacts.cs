namespace CredBot.Dialogs.Assurance;

/// <summary>The facts of a request that whoever decides about it is shown.</summary>
/// <param name="Operation">Id of the operation.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Requester">Object id of the agent.</param>
/// <param name="SubjectId">Object id of the person affected.</param>
/// <param name="SubjectAddress">Their sign-in name.</param>
/// <param name="Class">Their class.</param>
/// <param name="Level">The level needed.</param>
/// <param name="PolicyVersion">The settings it was decided by.</param>
/// <param name="IsException">Without verification, on a second person's word.</param>
internal sealed record RequestFacts(
    string Operation, Purpose Purpose, string Requester, string SubjectId, string SubjectAddress, SubjectClass Class, AssuranceLevel Level, string PolicyVersion,
    bool IsException = false);
