namespace CredBot.Dialogs.WhoCanReset;

/// <summary>Who could reset somebody's password.</summary>
internal enum WhoCanResetVerdict
{
    /// <summary>Some people hold a role that reaches the person.</summary>
    Somebody,

    /// <summary>Only roles on the person's restricted management unit reach them, and somebody holds one.</summary>
    OnUnitOnly,

    /// <summary>Roles that would do exist, and nobody holds one at this moment.</summary>
    NobodyHolds,

    /// <summary>A Global Administrator in a restricted management unit: nobody until they are removed from it.</summary>
    NobodyUntilRemoved,

    /// <summary>The home organisation of a guest.</summary>
    HomeTenant,

    /// <summary>The roles are known, who holds them could not be read.</summary>
    RolesOnly,

    /// <summary>What protects the person could not be read.</summary>
    CannotTell,
}
