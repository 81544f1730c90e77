using CredBot.Bot.Schema;

namespace CredBot.Engine.Conversations;

/// <summary>Names a conversation within the product: <c>tenant|channel|conversation</c>.</summary>
internal static class ConversationKey
{
    /// <remarks>Tenant and channel are escaped, so that no part can pass for another; only the last may hold a bar.</remarks>
    public static string Of(Activity activity) =>
        Of(activity.TenantId, activity.ChannelId, activity.Conversation?.Id);

    public static string Of(string? tenant, string? channel, string? conversation) => $"{Part(tenant?.ToLowerInvariant())}|{Part(channel)}|{conversation}";

    public static string TenantOf(string key) => Uri.UnescapeDataString(key[..Math.Max(0, key.IndexOf('|', StringComparison.Ordinal))]);

    private static string Part(string? text) => Uri.EscapeDataString(text ?? "");
}
