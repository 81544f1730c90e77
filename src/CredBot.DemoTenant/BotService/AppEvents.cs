using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.BotService;

/// <summary>A person installs, removes or blocks the bot, and Teams tells the bot what it tells: of a block, nothing.</summary>
/// <remarks>Source: Teams docs «Conversation events», installationUpdate; «Send proactive messages», blocked and uninstalled.</remarks>
internal sealed class AppEvents
{
    private readonly Chats chats;
    private readonly TeamsActivities activities;

    public AppEvents(AppInstalls installs, Chats chats, TeamsActivities activities)
    {
        (this.chats, this.activities) = (chats, activities);
        installs.Changed += Tell;
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        _ = endpoints.ServiceProvider.GetService(typeof(AppEvents));
        endpoints.MapPut("/demo/people/{id}/app", static async (string id, HttpRequest request, DemoDirectory directory, AppInstalls installs) =>
            directory.Find(id) is not { } person ? JsonAnswer.Error(StatusCodes.Status404NotFound, "NotFound", "There is nobody with this id.")
            : Enum.TryParse<AppState>((await JsonBody.ReadAsync(request, 1024)).Text("state"), ignoreCase: true, out var state) ? Set(installs, person, state)
            : JsonAnswer.Error(StatusCodes.Status400BadRequest, "BadArgument", "state is installed, removed or blocked."));
    }

    /// <summary>Why the bot may not write to a person.</summary>
    /// <returns>Null where it may.</returns>
    public static JsonAnswer? Refusal(AppState state) => state switch
    {
        AppState.Removed => ConnectorError.NotInRoster(),
        AppState.Blocked => ConnectorError.Blocked(),
        _ => null,
    };

    private static IResult Set(AppInstalls installs, DemoPerson person, AppState state)
    {
        installs.Set(person, state);
        return Results.NoContent();
    }

    private void Tell(DemoPerson person, AppState state)
    {
        var chat = chats.Personal(person);
        var client = new ClientLocale(person.PreferredLanguage ?? "en-US", "Asia/Seoul");
        if (state is AppState.Installed)
        {
            chat.OpenFirst();
            chat.Mailbox.Post(activities.MembersAdded(chat, person, client));
            chat.Mailbox.Post(activities.Installed(chat, person, client));
        }
        else if (state is AppState.Removed)
        {
            chat.Mailbox.Post(activities.Installed(chat, person, client, "remove"));
        }
    }
}
