using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Graph;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.Entra;

/// <summary>What a person's Teams can do in their name, and what they have consented to.</summary>
internal static class PersonEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/demo/people/{id}/sso-token", static (string id, DemoDirectory directory, DemoTokens tokens) =>
            directory.Find(id) is { } person ? new JsonAnswer(new JsonObject { ["token"] = tokens.ForSso(person.ObjectId) }) : Nobody());
        endpoints.MapPost("/demo/people/{id}/consent", static (string id, DemoDirectory directory, Consents consents) =>
            Change(directory.Find(id), consents.Grant));
        // What the reset page does. Tokens that are out live on for a while, as in Entra.
        endpoints.MapPost("/demo/people/{id}/password", static (string id, DemoDirectory directory, AuditTrail trail) =>
        {
            if (directory.Find(id) is not { } person)
            {
                return Nobody();
            }

            var now = directory.Now;
            directory.Change(person, account => account with
            {
                Password = new SealedPassword(RandomNumberGenerator.GetHexString(24)), LastPasswordChange = now, MustChangePassword = false,
            });
            trail.ResetByThemselves(person, now);
            return Results.NoContent();
        });
        endpoints.MapDelete("/demo/people/{id}/consent", static (string id, DemoDirectory directory, Consents consents) =>
            Change(directory.Find(id), consents.Revoke));
    }

    private static IResult Change(DemoPerson? person, Action<string> change)
    {
        if (person is null)
        {
            return Nobody();
        }

        change(person.ObjectId);
        return Results.NoContent();
    }

    private static JsonAnswer Nobody() => JsonAnswer.Error(StatusCodes.Status404NotFound, "NotFound", "There is nobody with this id.");
}
