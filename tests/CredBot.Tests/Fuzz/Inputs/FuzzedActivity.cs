using System.Text.Json.Nodes;
using CsCheck;

namespace CredBot.Tests.Fuzz.Inputs;

/// <summary>Activities that start from what a channel sends and end anywhere.</summary>
internal static class FuzzedActivity
{
    private static readonly string[] Kinds =
    [
        """{"type":"message","text":"how do I reset my password"}""",
        """{"type":"message","text":"비밀번호 재설정 어떻게 해요?"}""",
        """{"type":"message","text":"reset daniel@hanbit.example's password"}""",
        """{"type":"message","text":"yes"}""",
        """{"type":"message","text":"cancel"}""",
        """{"type":"message","text":"123456"}""",
        """{"type":"message","text":null,"value":{"verb":"answer","key":"k","answer":"yes"}}""",
        """{"type":"message","value":{"verb":"reset","subject":"00000000-0000-4000-8000-000000000001"}}""",
        """{"type":"message","text":"hello","attachments":[{"contentType":"text/html","content":"<p>hello</p>"}]}""",
        """{"type":"message","text":"<at>CredBot</at> help","entities":[{"type":"mention","mentioned":{"id":"28:1","name":"CredBot"},"text":"<at>CredBot</at>"}]}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"answer","data":{"messageKey":"k","answer":"yes"}},"trigger":"manual"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"reveal","data":{"operation":"o"}},"trigger":"manual"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"status","data":{"operation":"o"}},"trigger":"automatic"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"ask","data":{"answer":"faq.who-may-reset"}},"trigger":"manual"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"reset","data":{"subject":"s"}},"authentication":{"id":"i","connectionName":"graph","token":"t"}}}""",
        """{"type":"invoke","name":"signin/tokenExchange","value":{"id":"i","connectionName":"graph","token":"eyJ.a.b"}}""",
        """{"type":"invoke","name":"signin/verifyState","value":{"state":"123456"}}""",
        """{"type":"invoke","name":"signin/failure","value":{"code":"resourcematchfailed","message":"m"}}""",
        """{"type":"invoke","name":"task/fetch","value":{"data":{},"context":{"theme":"dark"}}}""",
        """{"type":"invoke","name":"fileConsent/invoke","value":{"type":"fileUpload","action":"accept"}}""",
        """{"type":"invoke","name":"message/submitAction","value":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{}"}}}""",
        """{"type":"invoke","name":"composeExtension/query","value":{"commandId":"c"}}""",
        """{"type":"conversationUpdate","membersAdded":[{"id":"28:1"}],"channelData":{"eventType":"teamMemberAdded"}}""",
        """{"type":"installationUpdate","action":"add"}""",
        """{"type":"installationUpdate","action":"remove"}""",
        """{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"replyToId":"1"}""",
        """{"type":"messageUpdate","text":"edited","channelData":{"eventType":"editMessage"}}""",
        """{"type":"event","name":"ContinueConversation","value":{}}""",
        """{"type":"event","name":"application/vnd.microsoft.readReceipt","value":{"lastReadMessageId":"1"}}""",
        """{"type":"typing"}""",
        """{"type":"endOfConversation","code":"completedSuccessfully"}""",
        """{"type":"tomorrowsType","name":"n"}""",
    ];

    /// <summary>The bodies as bytes.</summary>
    /// <param name="frame">An activity as the channel addresses it; its own id is replaced.</param>
    public static Gen<byte[]> From(JsonObject frame) => FuzzedJson.Bytes(
        Gen.Select(Gen.OneOf(Kinds), Gen.Guid).SelectMany((kind, id) => FuzzedJson.Mutated(Dressed(frame, kind, id))));

    private static JsonObject Dressed(JsonObject frame, string kind, Guid id)
    {
        var activity = frame.DeepClone().AsObject();
        activity["id"] = $"f:{id}";
        foreach (var (name, value) in JsonNode.Parse(kind)!.AsObject())
        {
            if (name is "channelData" && activity[name] is JsonObject data)
            {
                data["eventType"] = value!["eventType"]!.DeepClone();
            }
            else
            {
                activity[name] = value?.DeepClone();
            }
        }

        return activity;
    }
}
