namespace CredBot.Tests.World;

/// <summary>A bot that takes in more than people can type: for tests that send by the hundred.</summary>
internal static class Unlimited
{
    public static readonly string[] Settings = ["--Limits:PersonPerTenSeconds=1000", "--Limits:PersonPerMinute=6000", "--Limits:TenantPerTenSeconds=1000000"];
}
