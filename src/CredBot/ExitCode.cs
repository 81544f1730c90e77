namespace CredBot;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The thing checked is bad.</summary>
    public const int Bad = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;
}
