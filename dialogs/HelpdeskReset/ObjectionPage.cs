using System.Net;
using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using CredBot.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The page behind the link of a notice. Opening it does nothing, so that no mail scanner objects on anybody's behalf; its one button does. It names nobody.</summary>
internal sealed class ObjectionPage(ObjectionLinks links, IOperations operations)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ObjectionLinks.Path, static (HttpContext context, ObjectionPage page) => page.ShowAsync(context));
        endpoints.MapPost(ObjectionLinks.Path, static (HttpContext context, ObjectionPage page) => page.ObjectAsync(context));
    }

    private Task ShowAsync(HttpContext context) => links.Read(Token(context)) is null
        ? WriteAsync(context, StatusCodes.Status404NotFound, HelpdeskResetText.LinkOver, HelpdeskResetText.CallDesk, button: null)
        : WriteAsync(context, StatusCodes.Status200OK, HelpdeskResetText.ObjectHere, HelpdeskResetText.ObjectHereWhy, HelpdeskResetText.NotMe);

    private async Task ObjectAsync(HttpContext context)
    {
        if (links.Read(Token(context)) is not { Tenant: var tenant, Objection: var objection })
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, HelpdeskResetText.LinkOver, HelpdeskResetText.CallDesk, button: null);
            return;
        }

        var said = JsonSerializer.Serialize(objection, DialogsJson.Wire.Objection);
        foreach (var (operation, value) in new[] { (SafeguardAsk.OperationId(tenant), said), (objection.Operation, null) })
        {
            await operations.SignalAsync(
                new Effect.Signal(operation, $"{objection.Operation}:{objection.Actor}:{Objection.Objected}", Objection.Objected, objection.Actor) { Value = value });
        }

        await WriteAsync(context, StatusCodes.Status200OK, HelpdeskResetText.ObjectedHeadline, HelpdeskResetText.ObjectedNext, button: null);
    }

    private static string Token(HttpContext context) => context.Request.Query["t"].ToString();

    private static Task WriteAsync(HttpContext context, int status, Sentence headline, Sentence text, Sentence? button)
    {
        var language = Languages.LanguageOf("", context.Request.Headers.AcceptLanguage.ToString().Split(',')[0]) is "ko" ? "ko" : "en";
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return response.WriteAsync(Html(language, headline.In(language), text.In(language), button?.In(language)), context.RequestAborted);
    }

    private static string Html(string language, string headline, string text, string? button) => $$"""
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>CredBot</title>
        <style>
        body { font: 1.1rem/1.6 system-ui, sans-serif; margin: 0; background: #f5f5f5; color: #1b1b1b }
        main { max-width: 34rem; margin: 12vh auto 0; padding: 2rem; background: #fff; border-radius: .75rem; border-top: .4rem solid #b3261e }
        h1 { font-size: 1.4rem; line-height: 1.3; margin-top: 0 }
        button { font: inherit; font-weight: 600; padding: .7rem 1.4rem; border: 0; border-radius: .4rem; background: #b3261e; color: #fff; cursor: pointer }
        button:focus-visible { outline: .2rem solid #1b1b1b; outline-offset: .15rem }
        </style>
        </head>
        <body><main><h1>{{WebUtility.HtmlEncode(headline)}}</h1><p>{{WebUtility.HtmlEncode(text)}}</p>{{(button is null ? "" : $"<form method=\"post\"><button>{WebUtility.HtmlEncode(button)}</button></form>")}}</main></body>
        </html>
        """;
}
