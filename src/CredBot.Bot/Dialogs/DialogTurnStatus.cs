namespace CredBot.Bot.Dialogs;

/// <summary>Where the stack stands after a call.</summary>
public enum DialogTurnStatus
{
    /// <summary>No dialog is under way.</summary>
    Empty,

    /// <summary>The innermost dialog waits for the person.</summary>
    Waiting,

    /// <summary>The outermost dialog ended by itself.</summary>
    Complete,

    /// <summary>The stack was cleared on request.</summary>
    Cancelled,

    /// <summary>The stored stack names a dialog, a version of one, a step or a state that this build does not have; the stack was cleared.</summary>
    Lost,
}
