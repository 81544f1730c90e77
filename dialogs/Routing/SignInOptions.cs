namespace CredBot.Dialogs.Routing;

/// <summary>What is asked of a sign-in.</summary>
internal sealed record SignInOptions
{
    /// <summary>A sign-in of this conversation that is older is made anew; null for any.</summary>
    public TimeSpan? Within { get; init; }
}
