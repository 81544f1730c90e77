namespace CredBot.Dialogs.OwnError;

/// <summary>One failure in the logs.</summary>
/// <param name="Verdict">What it means.</param>
/// <param name="At">When it happened.</param>
/// <param name="Code">Its code or reason as the log has it, from outside; null where it has none.</param>
internal sealed record OwnErrorTrouble(OwnErrorVerdict Verdict, DateTimeOffset At, string? Code);

/// <summary>A verdict and the failure it rests on.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Trouble">Null where no failure was found.</param>
internal sealed record OwnErrorConclusion(OwnErrorVerdict Verdict, OwnErrorTrouble? Trouble = null);
