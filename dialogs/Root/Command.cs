namespace CredBot.Dialogs.Root;

/// <summary>What works anywhere, also in the middle of a question.</summary>
internal enum Command
{
    Help,
    Cancel,
    SignOut,
}
