using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Manifest;
using CredBot.Tests.World.Cards;

namespace CredBot.Tests.Host;

public sealed class TeamsPackageTests
{
    private static readonly Guid AppId = new("11111111-1111-4111-8111-111111111111");

    [Fact]
    public void The_Package_Holds_The_Manifest_Its_Languages_And_Icons_Of_The_Right_Size()
    {
        using var zip = Pack();

        Assert.Equal(["color.png", "en.json", "ko.json", "manifest.json", "outline.png"], zip.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(192, WidthOf(zip, "color.png"));
        Assert.Equal(32, WidthOf(zip, "outline.png"));
    }

    [Fact]
    public void The_Manifest_Names_This_Deployment()
    {
        using var zip = Pack();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var root = manifest.RootElement;

        Assert.Equal("1.27", root.GetProperty("manifestVersion").GetString());
        Assert.Equal(AppId.ToString(), root.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal($"api://botid-{AppId}", root.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
        Assert.Contains("token.botframework.com", root.GetProperty("validDomains").EnumerateArray().Select(static domain => domain.GetString()));
        Assert.DoesNotContain("${{", root.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_Translated_String_Has_Its_Place_In_The_Manifest()
    {
        using var zip = Pack();
        var keys = new[] { "en.json", "ko.json" }.Select(name =>
        {
            using var language = JsonDocument.Parse(zip.GetEntry(name)!.Open());
            return language.RootElement.EnumerateObject().Select(static member => member.Name).Where(static name => name is not "$schema").Order(StringComparer.Ordinal).ToList();
        }).ToList();

        Assert.Equal(keys[0], keys[1]);
    }

    [Theory]
    [InlineData("manifest.json", "manifest.schema.json")]
    [InlineData("en.json", "localization.schema.json")]
    [InlineData("ko.json", "localization.schema.json")]
    public void Every_File_Is_What_Teams_Own_Schema_Asks_For(string name, string schema)
    {
        using var zip = Pack();
        using var file = new StreamReader(zip.GetEntry(name)!.Open());
        var json = file.ReadToEnd();
        var official = Official.Schema(Official.Read(schema));

        Assert.Empty(official.Validate(json));

        // And the schema has teeth.
        var bad = JsonNode.Parse(json)!.AsObject();
        bad["invented"] = 1;
        Assert.NotEmpty(official.Validate(bad.ToJsonString()));
    }

    [Fact]
    public void The_Same_Input_Makes_The_Same_File()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        TeamsPackage.Write(first, AppId, "credbot.example.com");
        TeamsPackage.Write(second, AppId, "credbot.example.com");

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    private static ZipArchive Pack()
    {
        var file = new MemoryStream();
        TeamsPackage.Write(file, AppId, "credbot.example.com");
        return new ZipArchive(new MemoryStream(file.ToArray()));
    }

    /// <summary>Source: PNG specification, the header chunk: width at byte 16, big-endian.</summary>
    private static int WidthOf(ZipArchive zip, string name)
    {
        using var png = zip.GetEntry(name)!.Open();
        var head = new byte[24];
        png.ReadExactly(head);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16));
    }
}
