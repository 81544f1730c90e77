using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>Files: a person sends them with or without words, the bot and the clients fetch them.</summary>
internal sealed class UploadEndpoints(DirectLineEndpoints door, ClientPosts posts, Uploads uploads)
{
    private const string ActivityType = "application/vnd.microsoft.activity";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id}/upload", static (HttpRequest request, string id, UploadEndpoints it) => it.UploadAsync(request, id));
        routes.MapGet("/attachments/{id}", static (HttpResponse response, string id, UploadEndpoints it) => it.Download(response, id));
    }

    private async Task<IResult> UploadAsync(HttpRequest request, string id)
    {
        var (seat, refusal) = door.Enter(request, id);
        if (seat is null)
        {
            return refusal!;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Uploads.SizeLimit;
        }

        try
        {
            var (activity, files) = request.HasFormContentType ? await ReadPartsAsync(request) : ([], [await ReadFileAsync(request)]);
            return activity is null || files.Count is 0
                ? DirectLineError.BadArgument("An upload is an activity, which may be absent, and at least one file.")
                : ClientPosts.Accepted(Post(seat, activity, files));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return DirectLineError.TooBig();
        }
    }

    private string Post(Seat seat, JsonObject activity, IReadOnlyList<Upload> files)
    {
        activity["type"] = "message";
        activity["attachments"] = new JsonArray([.. files.Select(uploads.ForClient)]);
        var brought = (JsonObject)activity.DeepClone();
        brought["attachments"] = new JsonArray([.. files.Select(uploads.ForBot)]);
        return posts.PostMessage(seat, activity, brought);
    }

    /// <returns>The activity (null where it is no JSON object) and the files.</returns>
    private async Task<(JsonObject? Activity, IReadOnlyList<Upload> Files)> ReadPartsAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        JsonObject? activity = [];
        List<Upload> files = [];
        foreach (var part in form.Files)
        {
            using var content = new MemoryStream();
            await part.CopyToAsync(content, request.HttpContext.RequestAborted);
            if (part.ContentType.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase))
            {
                activity = JsonBody.Parse(content.ToArray());
            }
            else
            {
                files.Add(uploads.Keep(part.FileName, part.ContentType, content.ToArray()));
            }
        }

        return (activity, files);
    }

    private async Task<Upload> ReadFileAsync(HttpRequest request)
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
        var name = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition, out var header) ? header.FileNameStar ?? header.FileName : null;
        return uploads.Keep(name?.Trim('"') ?? "file", request.ContentType ?? "application/octet-stream", content.ToArray());
    }

    /// <summary>Pictures are shown; anything else is saved and never run as a page of this origin.</summary>
    private IResult Download(HttpResponse response, string id)
    {
        if (uploads.Find(id) is not { } upload)
        {
            return DirectLineError.NoActivity();
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";
        return upload.IsImage ? Results.Bytes(upload.Content, upload.ContentType) : Results.Bytes(upload.Content, "application/octet-stream", upload.Name);
    }
}
