namespace CredBot.Graph.Rules;

/// <summary>What directory roles are called.</summary>
public static class RoleNames
{
    /// <param name="templateId">The role's template id.</param>
    /// <param name="language">A language tag, e.g. <c>ko</c> or <c>ko-KR</c>; anything but Korean is answered in English.</param>
    /// <returns>Null for a role the table does not name: a custom role, or one newer than the table.</returns>
    public static string? Display(string templateId, string language) => RoleMatrix.Instance.Role(templateId) is { } role
        ? language.StartsWith("ko", StringComparison.OrdinalIgnoreCase) ? role.Ko : role.En
        : null;
}
