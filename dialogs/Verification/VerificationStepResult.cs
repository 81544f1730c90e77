using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Verification;

/// <summary>How a step ended, written for the flow.</summary>
internal sealed record VerificationStepResult
{
    /// <summary>Whom to ask.</summary>
    public IReadOnlyList<AskedPerson> People { get; init; } = [];

    /// <summary>Object id of the manager as the directory names them now; null where it was not looked at.</summary>
    public string? Manager { get; init; }

    /// <summary>The number that was made; null where the proof has none.</summary>
    public NumberChallenge? Number { get; init; }

    /// <summary>Why nobody can be asked; null where somebody can.</summary>
    public VerificationEnd? End { get; init; }

    /// <summary>The number was put on the agent's card.</summary>
    public bool Shown { get; init; }
}
