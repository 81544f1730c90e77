using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.Entra;

/// <summary>The interactive sign-in behind an OAuth card's button: consent, then a code for the chat.</summary>
/// <remarks>A client that plays Teams posts with <c>Accept: application/json</c> and puts the answer's <c>state</c> into <c>signin/verifyState</c>.</remarks>
internal sealed class SignInEndpoints(
    SignIns signIns, TeamsAccounts accounts, DemoDirectory directory, Consents consents, UserTokenStore store, TimeProvider time)
{
    /// <summary>What Teams sends where a person closes the window.</summary>
    private const string CancelledByUser = "CancelledByUser";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/demo/entra/signin", static (HttpRequest request, string? state, SignInEndpoints it) => it.Show(request, state));
        endpoints.MapPost("/demo/entra/signin", static async (HttpRequest request, SignInEndpoints it) =>
            it.Decide(request, request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty));
    }

    private SignInPage Show(HttpRequest request, string? state)
    {
        var text = Text(request);
        return signIns.Find(state) is { } key && accounts.Find(key.UserId) is { } person
            ? SignInPage.Ask(text, state!, person, directory.People.Where(static someone => someone.Listed))
            : SignInPage.Note(text, text.Stale, StatusCodes.Status410Gone);
    }

    private IResult Decide(HttpRequest request, IFormCollection form)
    {
        var (text, state) = (Text(request), form["state"].FirstOrDefault() ?? request.Query["state"].FirstOrDefault());
        if (signIns.Find(state) is not { } key || Account(form, key) is not { } person)
        {
            return SignInPage.Note(text, text.Stale, StatusCodes.Status410Gone);
        }

        if (form["choice"] == "cancel")
        {
            signIns.Close(state!);
            return IsJson(request) ? State(CancelledByUser) : SignInPage.Note(text, text.Cancelled);
        }

        if (!store.CanSignIn(person.ObjectId, time.GetUtcNow()))
        {
            return SignInPage.Note(text, text.Blocked, StatusCodes.Status403Forbidden);
        }

        signIns.Close(state!);
        consents.Grant(person.ObjectId);
        var digits = signIns.Issue(key, person.ObjectId);
        return IsJson(request) ? State(digits) : SignInPage.Code(text, digits);
    }

    /// <summary>The account chosen on the page; the one the link was made for where none is.</summary>
    private DemoPerson? Account(IFormCollection form, TokenKey key) =>
        form["account"].FirstOrDefault() is { Length: > 0 } chosen ? directory.Find(chosen) : accounts.Find(key.UserId);

    private static JsonAnswer State(string state) => new(new JsonObject { ["state"] = state });

    private static bool IsJson(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private static SignInText Text(HttpRequest request) => SignInText.For(request.Headers.AcceptLanguage);
}
