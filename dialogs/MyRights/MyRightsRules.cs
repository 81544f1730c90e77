namespace CredBot.Dialogs.MyRights;

/// <summary>Decides what the asker's roles amount to.</summary>
internal static class MyRightsRules
{
    /// <summary>Only an active role authorises; «none» is said only where both lists were read.</summary>
    /// <remarks>Source: Entra «Activate Microsoft Entra roles in PIM».</remarks>
    public static MyRightsVerdict Decide(MyRightsFacts facts) => facts switch
    {
        { Active: [_, ..] } => MyRightsVerdict.HasActive,
        { Active: not null, Eligible: [_, ..] } => MyRightsVerdict.OnlyEligible,
        { Active: not null, Eligible: not null } => MyRightsVerdict.None,
        _ => MyRightsVerdict.CannotTell,
    };
}
