// A round with the Azure SDK for Go against a served emulator.
//
// It creates, deletes, looks at, recovers, purges, backs up and restores a secret, a key and a certificate, and
// creates, deletes, looks at, recovers and purges a vault. It ends with status 0 when all of it worked.
//
// Environment: EMULATOR_URL and EMULATOR_ARM_URL, where the emulator serves; EMULATOR_SUBSCRIPTION_ID;
// AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET and AZURE_AUTHORITY_HOST, to sign in; SSL_CERT_FILE, the
// certificate to trust.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func main() {
	credential, err := azidentity.NewDefaultAzureCredential(&azidentity.DefaultAzureCredentialOptions{
		DisableInstanceDiscovery: true,
	})
	if err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	url := os.Getenv("EMULATOR_URL")
	for _, round := range []struct {
		of  string
		run func() error
	}{
		{"secrets", func() error { return secrets(ctx, url, credential) }},
		{"keys", func() error { return keys(ctx, url, credential) }},
		{"certificates", func() error { return certificates(ctx, url, credential) }},
		{"vaults", func() error { return vaults(ctx, os.Getenv("EMULATOR_ARM_URL"), credential) }},
	} {
		if err := round.run(); err != nil {
			log.Fatalf("the round of %s: %v", round.of, err)
		}
	}
	fmt.Println("The round with the Azure SDK for Go worked.")
}

// object is one kind of object in a vault: what lifecycle does with it.
type object struct {
	get, delete, getDeleted, recover, purge func() error
	backup                                  func() ([]byte, error)
	restore                                 func([]byte) error
}

// lifecycle takes an object that exists through deletion, recovery, purge and restore.
func lifecycle(o object) error {
	blob, err := o.backup()
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	for _, step := range []struct {
		name   string
		do     func() error
		status int
	}{
		{"restore over the live one", func() error { return o.restore(blob) }, 409},
		{"delete", o.delete, 0},
		{"get deleted", o.getDeleted, 0},
		{"get", o.get, 404},
		{"recover", o.recover, 0},
		{"get", o.get, 0},
		{"delete again", o.delete, 0},
		{"purge", o.purge, 0},
		{"get deleted after purge", o.getDeleted, 404},
		{"restore", func() error { return o.restore(blob) }, 0},
		{"get what was restored", o.get, 0},
	} {
		if err := expect(step.status, step.do()); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return nil
}

// expect tells what is wrong with the outcome of a call that should be refused with a status, or succeed if that is 0.
func expect(status int, err error) error {
	var refused *azcore.ResponseError
	switch {
	case status == 0:
		return err
	case err == nil:
		return fmt.Errorf("expected %d, but the call succeeded", status)
	case errors.As(err, &refused) && refused.StatusCode == status:
		return nil
	default:
		return fmt.Errorf("expected %d: %w", status, err)
	}
}

// unique makes a name that no other run has.
func unique(prefix string) string {
	return fmt.Sprintf("%s-%x", prefix, time.Now().UnixNano()&0xffffffffff)
}
