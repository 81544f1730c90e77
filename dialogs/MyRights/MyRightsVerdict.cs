namespace CredBot.Dialogs.MyRights;

/// <summary>Which directory roles the asker holds.</summary>
internal enum MyRightsVerdict
{
    /// <summary>At least one is active.</summary>
    HasActive,

    /// <summary>None is active, at least one could be activated.</summary>
    OnlyEligible,

    /// <summary>None.</summary>
    None,

    /// <summary>They could not be read.</summary>
    CannotTell,
}
