using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.DemoTenant.BotService;

/// <summary>The ids that Teams gives to people, to the bot and to their chats.</summary>
/// <remarks>Source: Teams docs «Send proactive messages», «Conversation basics». A person's id is theirs towards this one bot.</remarks>
internal sealed class TeamsAccounts(DemoDirectory directory)
{
    public const string BotId = "28:" + DemoApp.AppId;

    private readonly ConcurrentDictionary<string, string> userIds = new(StringComparer.Ordinal);

    /// <summary>A person's id in Teams, the same at every start.</summary>
    public string UserId(DemoPerson person) => userIds.GetOrAdd(person.ObjectId, static objectId => "29:1" + Derive("user", objectId));

    /// <summary>Id of a person's own chat with the bot.</summary>
    public static string PersonalChatId(DemoPerson person) => "a:1" + Derive("chat", person.ObjectId);

    /// <param name="id">A Teams id or, as Teams allows, an Entra object id.</param>
    /// <returns>Null for nobody of this tenant.</returns>
    public DemoPerson? Find(string? id) => id switch
    {
        null => null,
        _ when id.StartsWith("29:", StringComparison.Ordinal) =>
            directory.People.FirstOrDefault(person => string.Equals(UserId(person), id, StringComparison.Ordinal)),
        _ => directory.ByObjectId(id),
    };

    public static JsonObject Bot() => new() { ["id"] = BotId, ["name"] = DemoApp.Name };

    /// <summary>A person as sender or member.</summary>
    public JsonObject Person(DemoPerson person) => new()
    {
        ["id"] = UserId(person),
        ["name"] = person.DisplayName,
        ["aadObjectId"] = person.ObjectId,
    };

    /// <summary>A person as the roster describes them.</summary>
    public JsonObject Member(DemoPerson person) => new()
    {
        ["id"] = UserId(person),
        ["name"] = person.DisplayName,
        ["objectId"] = person.ObjectId,
        ["aadObjectId"] = person.ObjectId,
        ["givenName"] = person.GivenName,
        ["surname"] = person.Surname,
        ["email"] = person.Mail,
        ["userPrincipalName"] = person.UserPrincipalName,
        ["tenantId"] = DemoApp.TenantId,
        ["userRole"] = person.IsGuest ? "guest" : "user",
    };

    private static string Derive(string kind, string objectId) =>
        Base64UrlEncoder.Encode(SHA512.HashData(Encoding.UTF8.GetBytes($"{DemoApp.AppId}/{kind}/{objectId}")));
}
